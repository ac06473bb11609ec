/**
 * Words that deny, by language (`says`), and words that mean that something is not so without denying it (`means`: "failed
 * to", "refused", "without"). Alternatives of a regular expression, whole words, in small letters.
 */
export interface NegationWords {
  readonly says: string
  readonly means: string
  /** Those of `means` that a claim cannot leave out: "denied", "refused", "ruled out". */
  readonly refuses: string
  /** Where the denied word stands: behind the negation, or anywhere in its clause. */
  readonly reach: 'behind' | 'clause' | 'before'
}

export const NEGATION_WORDS: Readonly<Record<string, NegationWords>> = {
  en: {
    says: "not(?! only)|never|no(?!\\.)|none|nobody|no one|nothing|nowhere|neither|nor|cannot|\\p{L}+n['’]t|without",
    means:
      'fail\\p{L}*|turn(?:s|ed|ing)? down|spurn\\p{L}*|shun\\p{L}*|missing|refus\\p{L}+|declin\\p{L}+|den(?:y|ies|ied|ial|ying)|reject\\p{L}*|lack\\p{L}*|unable|unlikely|hardly|barely|scarcely|rarely|seldom|few|little|absen\\p{L}+|miss(?:es|ed|ing)|avoid\\p{L}*|prevent\\p{L}*|stop\\p{L}*|halt\\p{L}*|ban(?:s|ned|ning)?|block\\p{L}*|prohibit\\p{L}*|forbid\\p{L}*|forbade|bar(?:s|red)|rul\\p{L}+ out|out of|instead|rather than|other than|except|only|yet to|still|remain\\p{L}*|unclear|unknown|un\\p{L}{4,}|in(?:capable|complete|sufficient|conclusive|eligible|adequate|visible|accurate|correct|valid)|im(?:possible|plausible)|ir(?:relevant|regular)|dis\\p{L}{4,}|non-?\\p{L}+|\\p{L}+less|free of|free from|closed|shut|cancel\\p{L}*|abandon\\p{L}*|scrap\\p{L}*|drop(?:s|ped)|withdr[ae]w\\p{L}*|end(?:s|ed)|too|against|disput\\p{L}*|refrain\\p{L}*|resist\\p{L}*|(?:held|hold\\p{L}*) back|(?:kept|keep\\p{L}*) from|clear of|contest(?:s|ed|ing)|oppos\\p{L}+|exclud\\p{L}+|exempt\\p{L}*|delay\\p{L}*|postpon\\p{L}+|wait\\p{L}*|short of|less than|fewer than|contrary|minus|zero|empty|ignor\\p{L}+|unanswered|silen\\p{L}+|acquit\\p{L}*|dismiss\\p{L}*|spared?|escap\\p{L}+|false|wrong|overturn\\p{L}*|revers\\p{L}+|waiv\\p{L}+|void|neglect\\p{L}*|omit\\p{L}*|quit|left|lost|cease\\p{L}*|long before|far from|doubt\\p{L}*|longer|than|until|before|first time|earliest|latest|should have|would have|could have',
    refuses:
      'deny|denies|denied|denying|refus\\p{L}+|reject(?:s|ed|ing)?|declin(?:e|es|ed) to|avoid(?:s|ed|ing)?|fail(?:s|ed)? to|rul(?:e|es|ed|ing) out|unable to|lack(?:s|ed)?|yet to',
    reach: 'behind',
  },
  de: {
    says: 'nicht(?! nur)|kein\\p{L}*|nie|niemals|niemand\\p{L}*|nichts|nirgends|weder|noch nie|ohne',
    means:
      'verweiger\\p{L}*|weiger\\p{L}*|ablehn\\p{L}*|lehnt\\p{L}*|abgelehnt\\p{L}*|bestreit\\p{L}*|bestritt\\p{L}*|dementier\\p{L}*|leugn\\p{L}*|fehl\\p{L}*|scheiter\\p{L}*|gescheitert\\p{L}*|kaum|selten|wenig\\p{L}*|un\\p{L}{4,}|verzicht\\p{L}*|verhinder\\p{L}*|verbiet\\p{L}*|verbot\\p{L}*|untersag\\p{L}*|stopp\\p{L}*|ausgeschlossen\\p{L}*|ausschl\\p{L}*|schließt|statt\\p{L}*|außer|nur|erst|bislang|bleib\\p{L}*|blieb\\p{L}*|\\p{L}+los\\p{L}{0,2}|\\p{L}+frei\\p{L}{0,2}|abgesagt\\p{L}*|sagt\\p{L}* ab|gestrichen\\p{L}*|eingestellt\\p{L}*|zurückgezogen\\p{L}*|gegen|zurück\\p{L}*|aufgehoben\\p{L}*|hob|aufheb\\p{L}*|falsch\\p{L}*|vermeid\\p{L}*|entfall\\p{L}*|entfällt|ausgenommen\\p{L}*|widersp\\p{L}+|wies|weist|abgewiesen\\p{L}*|zuwider|freigesprochen\\p{L}*|null|leer\\p{L}*|geschlossen\\p{L}*|gesperrt\\p{L}*|verschoben\\p{L}*|bevor|ehe|bis|weniger|sondern|zu (?:spät|wenig|teuer)\\p{L}*|mangel\\p{L}*|mängel|entging\\p{L}*|schw(?:eigt|ieg)\\p{L}*|offen|frühestens|spätestens|als',
    refuses:
      'bestreit\\p{L}*|bestritt\\p{L}*|dementier\\p{L}*|leugnet\\p{L}*|verweiger\\p{L}*|weiger\\p{L}*|lehnt\\p{L}*|abgelehnt|ausgeschlossen',
    reach: 'clause',
  },
  fr: {
    says: "ne|n['’]\\p{L}+|pas|jamais|aucun\\p{L}*|personne|rien|nul\\p{L}*|ni|sans|non(?! seulement)",
    means:
      'ignor\\p{L}*|refus\\p{L}*|rejet\\p{L}*|nie\\p{L}*|nié\\p{L}*|dément\\p{L}*|manqu\\p{L}*|échou\\p{L}*|échec\\p{L}*|absen\\p{L}+|peu|rare\\p{L}*|guère|empêch\\p{L}*|interdi\\p{L}*|incapa\\p{L}+|impossib\\p{L}+|in\\p{L}{4,}|exclu\\p{L}*|évit\\p{L}*|au lieu|plutôt|seul\\p{L}*|sauf|encore|toujours|rest\\p{L}+|annul\\p{L}*|supprim\\p{L}*|suspend\\p{L}*|abandonn\\p{L}*|renonc\\p{L}*|contre|oppos\\p{L}*|fin|fini\\p{L}*|fermé\\p{L}*|faux|fausse\\p{L}*|dépourv\\p{L}+|loin|moins|avant|jusqu|reporté\\p{L}*|arrêt\\p{L}*|cess\\p{L}*|silence|indemne\\p{L}*|acquitt\\p{L}*|désaccord|défaut|que',
    refuses: 'dément\\p{L}*|démenti|refus\\p{L}*|rejet\\p{L}*|exclu\\p{L}*',
    reach: 'clause',
  },
  es: {
    says: 'no(?! solo| sólo)|nunca|jamás|ningún|ningun\\p{L}+|nadie|nada|ni|tampoco|sin',
    means:
      'ignor\\p{L}*|rechaz\\p{L}*|neg\\p{L}+|nieg\\p{L}+|desment\\p{L}*|falt\\p{L}*|fracas\\p{L}*|carec\\p{L}*|ausen\\p{L}+|poc\\p{L}+|apenas|rara\\p{L}*|impid\\p{L}*|imped\\p{L}*|impos\\p{L}+|incap\\p{L}+|in\\p{L}{5,}|prohib\\p{L}*|prohíb\\p{L}*|evit\\p{L}*|en lugar|en vez|sol\\p{L}+|sólo|salvo|excepto|aún|todavía|sigue\\p{L}*|siguen|cancel\\p{L}*|suspend\\p{L}*|abandon\\p{L}*|renunci\\p{L}*|contra|opon\\p{L}+|opus\\p{L}+|opos\\p{L}+|descart\\p{L}*|ces\\p{L}+|cerrad\\p{L}+|fals\\p{L}+|menos|antes|hasta|aplaz\\p{L}*|exent\\p{L}*|exclu\\p{L}*|lejos|ileso\\p{L}*|absuelt\\p{L}*|des\\p{L}{5,}|silencio|fuera',
    refuses: 'niega\\p{L}*|negó|negaron|rechaz\\p{L}*|desmint\\p{L}*|descart\\p{L}*',
    reach: 'behind',
  },
  it: {
    says: 'non(?! solo)|mai|nessun\\p{L}*|niente|nulla|né|neppure|nemmeno|neanche|senza',
    means:
      'ignor\\p{L}*|rigett\\p{L}*|rifiut\\p{L}*|respin\\p{L}*|neg\\p{L}+|smenti\\p{L}*|manc\\p{L}*|fallit\\p{L}*|fallimento|assen\\p{L}+|poc\\p{L}+|appena|raramente|impedi\\p{L}*|impossib\\p{L}+|incapac\\p{L}+|in\\p{L}{5,}|viet\\p{L}*|evit\\p{L}*|invece|piuttosto|solo|soltanto|salvo|tranne|ancora|rest\\p{L}+|riman\\p{L}+|annull\\p{L}*|sospe\\p{L}+|abbandon\\p{L}*|rinunci\\p{L}*|contro|oppo\\p{L}+|esclu\\p{L}*|cess\\p{L}*|chius\\p{L}+|fals\\p{L}+|meno|prima|fino|rinvi\\p{L}*|illes\\p{L}+|assol\\p{L}+|priv\\p{L}+|dis\\p{L}{5,}|lontan\\p{L}+|silenzio|fuori',
    refuses: 'nega|negano|negato|rigett\\p{L}*|respin\\p{L}*|rifiut\\p{L}*|smenti\\p{L}*|esclu\\p{L}*',
    reach: 'behind',
  },
  pt: {
    says: 'não(?! só| apenas)|nunca|jamais|nenhum\\p{L}*|ninguém|nada|nem|tampouco|sem',
    means:
      'ignor\\p{L}*|recus\\p{L}*|rejeit\\p{L}*|neg\\p{L}+|desment\\p{L}*|falt\\p{L}*|falh\\p{L}*|fracass\\p{L}*|carec\\p{L}*|ausên\\p{L}+|ausen\\p{L}+|pouc\\p{L}+|raramente|imped\\p{L}*|impossí\\p{L}+|incap\\p{L}+|in\\p{L}{5,}|proib\\p{L}*|evit\\p{L}*|em vez|apenas|só|somente|salvo|exceto|ainda|continu\\p{L}*|perman\\p{L}+|cancel\\p{L}*|suspen\\p{L}*|abandon\\p{L}*|desist\\p{L}*|contra|op[oôõ]\\p{L}+|descart\\p{L}*|cess\\p{L}*|fechad\\p{L}+|encerrad\\p{L}+|fals\\p{L}+|menos|antes|até|adi\\p{L}+|ilés\\p{L}+|ileso\\p{L}*|absolv\\p{L}+|des\\p{L}{5,}|longe|silêncio|fora|exclu\\p{L}*',
    refuses: 'nega|negam|negou|negaram|rejeit\\p{L}*|recus\\p{L}*|desment\\p{L}*|descart\\p{L}*',
    reach: 'behind',
  },
  nl: {
    says: 'niet(?! alleen)|geen|nooit|niemand|niets|nergens|noch|zonder',
    means:
      'weiger\\p{L}*|afgewezen|wees af|wijst af|ontken\\p{L}*|mislukt\\p{L}*|faal\\p{L}*|ontbre\\p{L}*|ontbra\\p{L}*|nauwelijks|zelden|weinig|on\\p{L}{4,}|verbie\\p{L}*|verbod\\p{L}*|verboden|voorkom\\p{L}*|stop\\p{L}*|uitgesloten|in plaats|alleen|slechts|pas|nog|blij\\p{L}*|bleef|bleven|geschrapt|afgelast|tegen|gesloten|dicht|vals|minder|voor|tot|uitgesteld|\\p{L}+loos|\\p{L}+loze|\\p{L}+vrij\\p{L}*|gebrek|zwijg\\p{L}*|vrijgesproken|stil\\p{L}*',
    refuses: 'ontken\\p{L}*|weiger\\p{L}*|afgewezen|uitgesloten',
    reach: 'clause',
  },
  ru: {
    says: 'не(?! только)|нет|ни|никто|никого|никому|ничто|ничего|никогда|нигде|никак\\p{L}*|без|нельзя',
    means:
      'отказ\\p{L}*|отверг\\p{L}*|отклон\\p{L}*|отриц\\p{L}*|опроверг\\p{L}*|отсутств\\p{L}*|недостат\\p{L}*|не\\p{L}{4,}|без\\p{L}{3,}|бес\\p{L}{3,}|запре\\p{L}*|запрещ\\p{L}*|редко|мало|едва|вместо|кроме|лишь|только|ещё|еще|остал\\p{L}*|оста[её]тся|остаются|отмен\\p{L}*|прекра\\p{L}*|приостанов\\p{L}*|против\\p{L}*|закры\\p{L}*|ложн\\p{L}*|меньше|менее|до|пока|отлож\\p{L}*|избежа\\p{L}*|избег\\p{L}*|провал\\p{L}*|оправда\\p{L}*|исключ\\p{L}*|молч\\p{L}*|лиш\\p{L}*',
    refuses: 'отриц\\p{L}*|отказ\\p{L}*|отверг\\p{L}*|опроверг\\p{L}*|исключ\\p{L}*',
    reach: 'behind',
  },
  tr: {
    says: 'değil\\p{L}*|yok\\p{L}*|hiç\\p{L}*|asla|kimse\\p{L}*|ne|hayır|\\p{L}{2,}(?:ma|me)(?:dı|di|yacak|yecek|mış|miş|zlar|zler|yan|yen|dığı|diği)\\p{L}*|\\p{L}{2,}m[ae]z|\\p{L}{2,}(?:mı|mi|mu|mü)yor\\p{L}*|\\p{L}+(?:sız|siz|suz|süz)\\p{L}*',
    means:
      'redde\\p{L}*|yalanla\\p{L}*|eksik\\p{L}*|başarısız\\p{L}*|az|nadiren|ancak|yalnızca|sadece|hâlâ|hala|henüz|iptal\\p{L}*|dur\\p{L}*|engelle\\p{L}*|yasak\\p{L}*|karşı|kapalı|kapatıl\\p{L}*|kapan\\p{L}*|önce|kadar|yerine|yanlış\\p{L}*|ertele\\p{L}*|vazgeç\\p{L}*|kaçın\\p{L}*|dışında|beraat\\p{L}*|imkânsız|sessiz\\p{L}*|mahrum',
    refuses: 'redde\\p{L}*|yalanla\\p{L}*',
    reach: 'before',
  },
  ar: {
    says: 'لا|لم|لن|ليس\\p{L}*|ليست|وليس|ولم|ولا|ولن|غير|دون|بدون|بلا|عدم|أبدا|ما لم',
    means:
      'رفض\\p{L}*|نفى|نفت|ينفي|فشل\\p{L}*|منع\\p{L}*|حظر\\p{L}*|استبعد\\p{L}*|نقص|غياب|فقط|بدلا|باستثناء|إلا|ألغى|ألغت|إلغاء|توقف\\p{L}*|ضد|مغلق\\p{L}*|إغلاق|قليل\\p{L}*|نادر\\p{L}*|قبل|حتى|تأجيل|أجل|كاذب\\p{L}*|برأ\\p{L}*|لا يزال|يفتقر|تجنب|صمت',
    refuses: 'رفض\\p{L}*|نفى|نفت|ينفي|استبعد\\p{L}*',
    reach: 'behind',
  },
  zh: {
    says: '不(?!仅|只|但|过|同|断|足|少|到)|没有|没|未(?!来)|无(?!论)|非(?!常)|否|勿|别|毫无|尚未|并未|从未',
    means:
      '拒绝|否认|驳回|失败|缺乏|缺少|难以|禁止|取消|停止|避免|阻止|仅|只|反对|关闭|仍|排除|除了|推迟|放弃|之前|直到|不足|不到|少于|免|失|错',
    refuses: '拒绝|否认|驳回|排除',
    reach: 'behind',
  },
  ja: {
    says: 'ない|なかった|なく|ません|ず(?=に|、|。|$)|ぬ|なし|無(?=い|し|かっ)|未(?!満|来)|非(?!常)|不(?=可|明|在|足|要|能|正|十分)',
    means:
      '拒否|否定|拒ん|失敗|欠|禁止|中止|停止|避け|防|だけ|のみ|しか|反対|閉|除|延期|断念|前に|まで|却下|無罪|撤回|見送',
    refuses: '拒否|否定|拒ん|却下',
    reach: 'before',
  },
}
