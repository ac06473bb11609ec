/**
 * The commonest words of each language, lower case, in no order: they tell the language of a text and are left out
 * where words are searched. Keys are BCP 47 primary tags. Function words only: a word that could be what a question
 * is about does not stand here.
 */
export const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: listOf(`
    the of and to in is was for on that with as at by from it be this are an a or which were has have
    had not but they their its his her he she we you i who whom will would can could been being there
    when where what how why than then also into about after before over more most other some such only
    no so if these those do does did our your them him us up out all any each between through during
    while because
  `),
  de: listOf(`
    der die das und in den von zu mit sich des auf für ist im dem nicht ein eine einer eines einem einen
    als auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über so zum war haben
    nur oder aber vor zur bis mehr durch man sein wurde wenn was wer wo wann warum kann ihre ihr wir ich
    unter gegen vom können schon habe seine seiner ihm ihn uns dieser diese dieses hatte waren wurden
    welche welcher zwischen während
  `),
  fr: listOf(`
    le la les de des du un une et à en est que qui dans pour par sur pas au aux ce cette ces il elle ils
    elles nous vous je se son sa ses leur leurs ne plus avec sont été être avoir ont fait comme mais ou
    où donc dont si tout tous même aussi après avant entre sans sous y lui quand quoi comment pourquoi
    quel quelle était avait étaient cela ainsi depuis pendant selon notre votre très
  `),
  es: listOf(`
    el la los las de del que y en un una por con para es no se lo al su sus como más o pero fue ha son
    le les ya este esta estos estas entre cuando muy sin sobre ser también hasta hay donde quien quién
    qué cómo cuándo cuál desde todo todos nos durante uno ni contra otros ese eso esa ante ellos fueron
    era eran está están había han porque después antes según años tras cada
  `),
  it: listOf(`
    il lo la i gli le di del della dei delle dello degli a al alla ai alle che e è in nel nella nei
    nelle un uno una per con su sul sulla da dal dalla non si come più anche ma sono stato stata era ha
    hanno ho questo questa questi queste quello quella se o cui chi quando dove perché cosa molto tra
    fra loro suo sua suoi essere dopo prima ancora già solo così ci ne dalle dagli secondo ogni quale
  `),
  pt: listOf(`
    o a os as de do da dos das e em no na nos nas um uma que para com por não é se mais como ao à aos
    foi são ser ou mas seu sua seus suas ele ela eles elas isso este esta esse essa pelo pela também já
    quando muito até onde quem qual entre sem sobre depois antes era foram tem têm há está estão havia
    ainda porque mesmo segundo desde durante cada todos uns
  `),
  nl: listOf(`
    de het een en van in is dat op te zijn met voor niet aan er die om als ook maar bij door uit naar
    over dan nog wordt was worden heeft hebben had werd deze dit hij zij ze we wij ik je u hun haar ons
    onze zich wat wie waar wanneer waarom hoe tot meer of geen kan kunnen moet al na tegen tussen onder
    volgens sinds zoals veel wel nu toen zo
  `),
  sv: listOf(`
    och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan när
    år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra
    mycket än här då sedan över bara in blir upp även vad vem hur varför vilken vilka hon jag du ni
    deras hans hennes mellan dem detta dessa utan enligt
  `),
  pl: listOf(`
    i w z na do nie się jest to że o a od po za przez dla jak jego jej ich był była było były są ze ale
    oraz czy tym tego ten ta te które który która co tak już przy także może tylko być lub jako pod
    przed kto kiedy gdzie dlaczego jaki jaka jakie ile bardzo jednak gdy ma mają został została zostały
    sobie mu nich tej tych niż według między jeszcze więc
  `),
  ru: listOf(`
    и в не на я он что с со как это по но они к у ты из мы за вы так же от все всё для бы о до его её ее
    их или если при был была было были быть чтобы также только уже когда где кто чем чём во то этого
    этот эта эти который которая которые которого после под над между ещё еще нет да ни может сказал
    более том году лет почему какой какая какие сколько себя
  `),
  tr: listOf(`
    ve bir bu da de için ile çok olarak olan daha en gibi kadar sonra ise ne ya o var ancak ama her
    değil onun şu göre olduğu olduğunu oldu tarafından ilk iki sadece mi mı mu mü biz siz ben sen onlar
    kim nasıl neden nerede hangi kaç bazı hem diye yer önce üzere bunun bunu arasında üzerinde içinde ki
    hiç bütün veya yeni etti edildi etmek yıl vardır
  `),
  ar: listOf(`
    في من على إلى أن عن مع هذا هذه التي الذي الذين هو هي كان كانت ما لا لم قد أو ثم بعد قبل بين كل حيث
    كما وقد وفي ومن وهو وهي ولا ذلك تلك عند غير حتى إذا إن أي منذ خلال فيها فيه له لها بها به لهم أنه
    أنها هناك يمكن يتم تم وكان وكانت عام أكثر بعض لكن ولكن أيضا متى أين كيف لماذا كم هل نحو ضد حول دون
  `),
  da: listOf(`
    og i at det er en til på som for med de den af ikke der et har var han men vi sig fra jeg så kan om
    når efter eller hun blev også ved skal ud hvis hvad hvor hvem hvordan hvorfor mod over under være
    havde alle andre mere end her da deres hans hendes mellem dem denne disse uden ifølge kun noget
    blive bliver mange nu op
  `),
  no: listOf(`
    og i det er en til på som for med av ikke den har de et at var han men vi seg fra jeg så kan om når
    etter eller hun ble også ved skal ut hvis hva hvor hvem hvordan hvorfor mot over under være hadde
    alle andre mer enn her da deres hans hennes mellom dem denne disse uten ifølge bare noe bli blir
    mange nå opp mener sier
  `),
  fi: listOf(`
    ja on ei se että oli hän kun mutta myös ovat joka niin kuin tai jos mitä sen en ole olla hänen ne me
    he mukaan sekä vain nyt vielä jo siitä sitä tämä tämän jotka kanssa ennen jälkeen koska eivät voi
    olivat ollut kuka missä milloin miksi miten mikä siis noin sille niitä niiden
  `),
  cs: listOf(`
    a se v na je že s z do o i to ve pro za by po jako ale který která které jsou byl byla bylo byli od
    si jeho její tak už podle při také aby co jen nebo však ze k má než kdy kde kdo proč jak tím této
    tento tato toho před mezi ještě není až může jsem být bude jejich
  `),
  id: listOf(`
    yang dan di ini itu dengan untuk tidak dari dalam akan pada juga ke karena tersebut bisa ada mereka
    lebih telah oleh sebagai adalah kami saya dia atau seperti para anda kita dapat bahwa sudah saat
    hari tahun setelah belum hanya kepada antara masih secara siapa kapan mana mengapa bagaimana apa
    namun serta menjadi
  `),
  uk: listOf(`
    і в не на я він що з як це по але вони до у та за ви так же від все для би о його її їх або якщо при
    був була було були бути щоб також тільки вже коли де хто чим те цього цей ця ці який яка які якого
    після під над між ще ні може сказав більше тому року років чому скільки себе із зі
  `),
  ro: listOf(`
    și în de la a pe cu din că o nu un pentru sunt este care mai au se al sau prin după fost ca ce lui
    le i această acest ei el ale dar dacă sa său toate când unde cine cum într între fără fi era erau
    despre doar astfel până asupra către îi își am
  `),
  hu: listOf(`
    a az és hogy nem is egy ez azt volt van meg de már csak ha mint el még ki be vagy amely aki szerint
    ezt után minden lesz között több nagyon majd ami sem így ő mert pedig azonban mikor hol miért hogyan
    mi ezek azok voltak lehet kell új nincs
  `),
  el: listOf(`
    και το του της η ο να που με για από στο την τον σε στην δεν τα οι των είναι θα στον ένα μια τους
    ότι αλλά ως κατά μετά πριν ήταν έχει έχουν μας σας τις στις στα στους όταν πού ποιος πώς γιατί τι ή
    αν όμως μόνο πολύ αυτό αυτή αυτός μέχρι προς επίσης
  `),
  fa: listOf(`
    و در به از که این را با است برای آن یک می تا بر هم شد بود او ما شده خود نیز پس هر یا آنها اما اگر
    کرد شود باید ها دو دارد بین چه چرا کجا کی چگونه گفت کرده همه پیش بعد
  `),
  vi: listOf(`
    là và của có các được trong cho một không với này những người đã khi từ đến cũng như về ra tại để
    theo nhiều vào năm ở sẽ phải nhưng sau trên đó bị lại hay hoặc ai gì nào đâu bao vì sao thế
  `),
  hi: listOf(`
    के का की में है और से को पर यह कि ने एक हैं था थे थी नहीं भी हो इस कर जो लिए तो ही या साथ बाद अपने
    वह उन उनके उसके कुछ तक जब कहा गया गई किया जाता कौन कब कहाँ क्यों कैसे क्या
  `),
}

function listOf(words: string): readonly string[] {
  return words.trim().split(/\s+/)
}
