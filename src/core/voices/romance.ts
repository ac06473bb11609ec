import { buildLexicon } from './build-lexicon.ts'
import { setOf } from './lexicon.ts'

export const FRENCH = buildLexicon('fr', {
  say: setOf(
    `dit disait disent déclare déclaré déclarait affirme affirmé affirment affirmait explique expliqué expliquait ajoute ajouté
     ajoutait assure assuré assurait estime estimé estimait souligne souligné soulignait précise précisé indique indiqué indiquait
     annonce annoncé écrit écrivait raconte raconté répond répondu rappelle rappelé dénonce dénoncé regrette regretté insiste insisté
     juge jugé martèle martelé lance lancé prévient prévenu avoue avoué confie confié conclut résume résumé tweete tweeté réagi réagit
     demande demandé soutient soutenu reconnaît reconnu promet promis critique critiqué plaide plaidé considère considéré poursuit
     qualifie qualifié évoque évoqué admet admis s'indigne s'inquiète témoigne témoigné`,
  ),
  withWords: setOf('qualifie qualifié évoque évoqué dénonce dénoncé critique critiqué demande demandé'),
  participles: setOf(
    'déclarant affirmant expliquant ajoutant assurant estimant soulignant précisant indiquant écrivant disant dénonçant évoquant qualifiant jugeant',
  ),
  accordingTo: [['selon'], ["d'après"], ['pour'], ['aux', 'yeux', 'de']],
  that: setOf('que'),
  auxiliaries: setOf("a ont avait avaient est sont était n'a n'ont n'avait pas s'est aurait va"),
  by: setOf('par'),
  passive: setOf('est été était sont'),
  adverbs:
    /^(?:aussi|ensuite|encore|déjà|toutefois|cependant|également|ainsi|enfin|alors|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|pourtant|\p{L}+ment)$/u,
  determiners: setOf(
    "le la les un une des l' ce cette ces son sa ses leur leurs plusieurs deux trois certains",
  ),
  prepositions: setOf(
    'de du à au aux pour par avec dans en sur sous chez vers contre sans lors après avant depuis entre devant selon',
  ),
  conjunctions: setOf('que mais car quand lorsque comme si puis donc or tandis'),
  and: setOf('et ou'),
  relatives: setOf('qui'),
  pronouns: new Map([
    ['il', 'he'],
    ['elle', 'she'],
    ['ils', 'they'],
    ['elles', 'they'],
  ]),
  titles:
    /^(?:m|mm|mme|mlle|dr|me|président|présidente|premier|première|ministre|sénateur|sénatrice|député|députée|maire|porte-parole|directeur|directrice|secrétaire|général|générale|professeur|professeure|chancelier|chancelière|roi|reine|pape|patron|patronne|chef|cheffe)$/u,
  female: /^(?:mme|mlle|présidente|sénatrice|députée|directrice|reine|chancelière|cheffe|femme|mère)$/u,
  male: /^(?:m|président|sénateur|député|directeur|roi|pape|chancelier|homme|père)$/u,
  people:
    /^(?:porte-parole|responsable|responsables|ministre|président|présidente|sénateur|député|députée|maire|directeur|directrice|expert|experts|témoin|témoins|source|sources|avocat|avocate|diplomate|diplomates|habitant|habitants|syndicaliste|chercheur|chercheuse|professeur|homme|femme|chef|conseiller|conseillère|élu|élus|ingénieur|ingénieurs|secrétaire|patron|proche|proches)$/u,
  documents:
    /^(?:communiqué|rapport|déclaration|lettre|étude|enquête|document|texte|sondage|tribune|note|plainte|message)$/u,
  groups:
    /^(?:gouvernement|ministère|parti|police|entreprise|syndicat|parquet|mairie|association|agence|commission|tribunal|préfecture|direction|société|groupe)$/u,
  notNames: setOf('selon pour mais ainsi lundi mardi mercredi jeudi vendredi samedi dimanche hier'),
})

export const SPANISH = buildLexicon('es', {
  say: setOf(
    `dijo dice dicen dijeron dicho afirmó afirma afirman afirmaron aseguró asegura aseguran aseguraron declaró declara explicó explica
     añadió añade agregó agrega señaló señala señalaron indicó indica subrayó subraya sostuvo sostiene advirtió advierte advirtieron
     anunció anuncia escribió escribe manifestó manifiesta contó cuenta respondió responde preguntó pregunta reconoció reconoce
     denunció denuncia criticó critica insistió insiste recordó recuerda destacó destaca apuntó apunta comentó comenta admitió
     confirmó confirma negó niega prometió tuiteó calificó califica tachó consideró considera expresó lamentó lamenta replicó zanjó matizó`,
  ),
  withWords: setOf('calificó califica tachó denunció denuncia criticó critica consideró considera'),
  participles: setOf('diciendo afirmando asegurando añadiendo señalando calificando'),
  accordingTo: [['según'], ['de', 'acuerdo', 'con'], ['en', 'palabras', 'de'], ['a', 'juicio', 'de']],
  that: setOf('que'),
  auxiliaries: setOf('ha han había habían fue es está no se lo le les'),
  by: setOf('por'),
  passive: setOf('fue sido fueron es'),
  adverbs:
    /^(?:también|además|luego|después|ayer|hoy|ya|aún|así|este|lunes|martes|miércoles|jueves|viernes|sábado|domingo|\p{L}+mente)$/u,
  determiners: setOf('el la los las un una unos unas este esta estos su sus varios varias dos tres algunos'),
  prepositions: setOf(
    'de del a al para por con en sobre bajo ante contra desde hasta sin tras entre durante según',
  ),
  conjunctions: setOf('que pero porque cuando mientras aunque si como donde pues'),
  and: setOf('y e o u'),
  relatives: setOf('quien'),
  pronouns: new Map([
    ['él', 'he'],
    ['ella', 'she'],
    ['ellos', 'they'],
    ['ellas', 'they'],
  ]),
  titles:
    /^(?:sr|sra|dr|dra|don|doña|presidente|presidenta|ministro|ministra|senador|senadora|diputado|diputada|alcalde|alcaldesa|portavoz|vocero|vocera|director|directora|secretario|secretaria|general|gobernador|gobernadora|canciller|rey|reina|papa|profesor|profesora|jefe|jefa|líder|candidato|candidata)$/u,
  female:
    /^(?:sra|dra|doña|presidenta|ministra|senadora|diputada|alcaldesa|directora|secretaria|gobernadora|reina|profesora|jefa|candidata|mujer|madre)$/u,
  male: /^(?:sr|dr|don|presidente|ministro|senador|diputado|alcalde|director|secretario|gobernador|rey|papa|profesor|jefe|candidato|hombre|padre)$/u,
  people:
    /^(?:portavoz|portavoces|vocero|vocera|funcionario|funcionarios|ministro|ministra|presidente|presidenta|alcalde|alcaldesa|experto|expertos|testigo|testigos|fuente|fuentes|abogado|abogada|diplomático|vecino|vecinos|vecina|director|directora|responsable|senador|diputado|diputada|profesor|hombre|mujer|jefe|jefa|líder|ingeniero|ingeniera|ingenieros|candidato|candidata|secretario|secretaria|investigador|investigadora)$/u,
  documents:
    /^(?:comunicado|informe|declaración|carta|estudio|encuesta|documento|texto|sondeo|nota|demanda|sentencia|artículo|mensaje)$/u,
  groups:
    /^(?:gobierno|ministerio|partido|policía|empresa|sindicato|fiscalía|ayuntamiento|asociación|agencia|comisión|tribunal|organización)$/u,
  notNames: setOf('según pero además también lunes martes miércoles jueves viernes sábado domingo ayer hoy'),
})

export const ITALIAN = buildLexicon('it', {
  say: setOf(
    `dice dicono disse detto ha_detto afferma affermato dichiara dichiarato spiega spiegato aggiunge aggiunto sottolinea sottolineato
     sostiene sostenuto scrive scritto annuncia annunciato racconta raccontato risponde risposto avverte avvertito ricorda ricordato
     denuncia denunciato commenta commentato assicura assicurato ammette ammesso conferma confermato insiste osserva osservato
     ribadisce ribadito precisa precisato conclude concluso definisce definito chiede chiesto replica replicato attacca attaccato`,
  ),
  withWords: setOf('definisce definito chiede chiesto denuncia denunciato attacca attaccato'),
  participles: setOf('dicendo affermando spiegando aggiungendo sottolineando'),
  accordingTo: [['secondo'], ['per'], ['a', 'detta', 'di']],
  that: setOf('che'),
  auxiliaries: setOf('ha hanno aveva avevano è sono era non si lo'),
  by: setOf('da dal dalla'),
  passive: setOf('è stato stata'),
  adverbs:
    /^(?:anche|poi|inoltre|ieri|oggi|già|ancora|così|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|\p{L}+mente)$/u,
  determiners: setOf("il lo la i gli le un uno una l' questo questa suo sua alcuni due tre"),
  prepositions: setOf(
    'di del della dei degli delle a al alla per da dal dalla con in nel nella su sul sulla tra fra contro senza dopo prima durante secondo',
  ),
  conjunctions: setOf('che ma perché quando mentre se come dove'),
  and: setOf('e ed o'),
  relatives: setOf('che'),
  pronouns: new Map([
    ['lui', 'he'],
    ['egli', 'he'],
    ['lei', 'she'],
    ['loro', 'they'],
  ]),
  titles:
    /^(?:sig|signor|signora|dott|dottor|dottoressa|on|onorevole|presidente|ministro|ministra|senatore|senatrice|deputato|deputata|sindaco|sindaca|portavoce|direttore|direttrice|segretario|segretaria|generale|governatore|re|regina|papa|professore|professoressa|capo|leader|premier)$/u,
  female:
    /^(?:signora|dottoressa|ministra|senatrice|deputata|sindaca|direttrice|segretaria|regina|professoressa|donna|madre)$/u,
  male: /^(?:signor|sig|senatore|deputato|direttore|segretario|governatore|re|papa|professore|uomo|padre)$/u,
  people:
    /^(?:portavoce|funzionario|funzionari|ministro|ministra|presidente|sindaco|sindaca|esperto|esperti|testimone|testimoni|fonte|fonti|avvocato|diplomatico|residente|residenti|direttore|responsabile|senatore|deputato|professore|uomo|donna|capo|leader|ingegnere|segretario)$/u,
  documents:
    /^(?:comunicato|rapporto|dichiarazione|lettera|studio|sondaggio|documento|testo|nota|sentenza|articolo|messaggio|relazione)$/u,
  groups:
    /^(?:governo|ministero|partito|polizia|azienda|sindacato|procura|comune|associazione|agenzia|commissione|tribunale)$/u,
  notNames: setOf('secondo ma inoltre ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica'),
})

export const PORTUGUESE = buildLexicon('pt', {
  say: setOf(
    `disse diz dizem disseram dito afirmou afirma afirmam afirmaram declarou declara explicou explica acrescentou acrescenta ressaltou
     destacou destaca escreveu escreve anunciou anuncia contou conta respondeu responde alertou alerta criticou critica lembrou lembra
     defendeu defende reconheceu reconhece garantiu garante sublinhou sublinha considerou considera referiu refere admitiu confirmou
     confirma negou prometeu tuitou questionou avaliou classificou chamou concluiu comentou`,
  ),
  withWords: setOf('classificou chamou criticou critica considerou considera defendeu defende'),
  participles: setOf('dizendo afirmando explicando acrescentando'),
  accordingTo: [['segundo'], ['de', 'acordo', 'com'], ['para'], ['conforme']],
  that: setOf('que'),
  auxiliaries: setOf('tem têm tinha havia foi é está não se'),
  by: setOf('por pelo pela'),
  passive: setOf('foi sido é'),
  adverbs:
    /^(?:também|ainda|depois|ontem|hoje|já|assim|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo|\p{L}+mente)$/u,
  determiners: setOf('o a os as um uma uns umas este esta seu sua vários dois três alguns'),
  prepositions: setOf(
    'de do da dos das a ao à para por pelo pela com em no na nos nas sobre sob contra desde até sem após entre durante segundo',
  ),
  conjunctions: setOf('que mas porque quando enquanto embora se como onde pois'),
  and: setOf('e ou'),
  relatives: setOf('quem'),
  pronouns: new Map([
    ['ele', 'he'],
    ['ela', 'she'],
    ['eles', 'they'],
    ['elas', 'they'],
  ]),
  titles:
    /^(?:sr|sra|dr|dra|presidente|presidenta|ministro|ministra|senador|senadora|deputado|deputada|prefeito|prefeita|porta-voz|diretor|diretora|secretário|secretária|general|governador|governadora|rei|rainha|papa|professor|professora|líder|candidato|candidata)$/u,
  female:
    /^(?:sra|dra|presidenta|ministra|senadora|deputada|prefeita|diretora|secretária|governadora|rainha|professora|mulher|mãe)$/u,
  male: /^(?:sr|ministro|senador|deputado|prefeito|diretor|secretário|governador|rei|papa|professor|homem|pai)$/u,
  people:
    /^(?:porta-voz|funcionário|funcionários|ministro|ministra|presidente|prefeito|prefeita|especialista|especialistas|testemunha|testemunhas|fonte|fontes|advogado|advogada|diplomata|morador|moradores|diretor|diretora|responsável|senador|deputado|professor|homem|mulher|líder|engenheiro|engenheira)$/u,
  documents:
    /^(?:comunicado|relatório|declaração|carta|estudo|pesquisa|documento|texto|nota|sentença|artigo|mensagem)$/u,
  groups:
    /^(?:governo|ministério|partido|polícia|empresa|sindicato|prefeitura|associação|agência|comissão|tribunal)$/u,
  notNames: setOf('segundo mas além também ontem hoje'),
})
