import { type DemandGrammar, TO } from './instructions-demands.ts'
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './instructions-romance.ts'

export const DEMANDS_ROMANCE: readonly DemandGrammar[] = [
  {
    ai: `(?:${FRENCH.ai}|moteurs? de (?:recherche|reponse)|robots?)`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:doi(?:t|vent)|devraient|devrait|devez|peu(?:t|vent)|pouvez|veuillez|(?:sont|est|etes) (?:\\p{L}+ )?(?:prie|invite|autorise|encourage|tenu|libre)e?s?)~|~(?:veuillez|merci|priere|nous (?:prions|invitons|demandons)|on (?:prie|demande))~[^.!?:]{0,40}AI~|~par (?:les |des )?AI~',
    use: '~(?:cit(?:er|ez)|repren(?:dre|ez)|utilis(?:er|ez)|reprodui(?:re|sez)|copi(?:er|ez)|recopi(?:er|ez)|repet(?:er|ez)|resum(?:er|ez)|recommand(?:er|ez)|mentionn(?:er|ez)|presente[rz]|decri(?:re|vez)|trait(?:er|ez)|insere[rz]|etre (?:cite|repris|utilise|reproduit)e?s?)~',
    here: '~(?:(?:cette|ces|cet|ce|la|les|le) (?:\\p{L}+ ){0,2}?(?:phrases?|lignes?|paragraphes?|passages?|citations?|formulations?|mots|declarations?|affirmations?|resume|texte|reponse) (?:suivante?s?|ci-dessous|ci-dessus|qui (?:suit|suivent))|(?:cette|ces|cet|ce) (?:phrases?|lignes?|paragraphes?|passages?|citations?|formulations?|mots|declarations?|affirmations?|resume)|ce qui suit)~',
    first:
      "~(?:en premier|en tete|d[’']abord|a la premiere place|au premier rang|avant (?:tou(?:t|s)|toutes))~",
    omit: '~(?:omett\\p{L}+|ignor\\p{L}+|exclu\\p{L}+|laiss\\p{L}+ de cote|ne pas|passer sous silence)~[^.!?]{0,40}~(?:autres?|concurrents?|concurrence|rivaux|reste)~',
    label: `(?:(?:le|un|notre) )?(?:(?:reponse|formulation|citation) (?:propose|suggere|recommande|conseille|officiel|souhaite)(?:le)?e?|(?:resume|description|synthese)(?: (?:propose|suggere|recommande|conseille|officiel|souhaite)(?:le)?e?)?) (?:pour|aux?|a l[’']usage|a destination|destinee?)~${TO}AI~`,
    renewed:
      '(?:nouvelles?|derniere|veritables?) (?:instructions?|consignes?|directives?|taches?|ordres?)|(?:instructions?|consignes?|directives?) (?:supplementaires?|mises? a jour|modifiees?|cachees?|secretes?)',
    tell: '(?:veuillez )?(?:ecri(?:s|vez|re)|di(?:s|tes|re)|affirme[rz]?|annonce[rz]?|repond(?:s|ez|re)|signale[rz]?|rapporte[rz]?|recommande[rz]?|resume[rz]?|indique[rz]?|ignore[rz]?)~',
    reported:
      ",[^,:;]{0,30}~(?:dit|disent|estime(?:nt)?|affirme(?:nt)?|demande(?:nt)?|juge|conclut|explique(?:nt)?|selon|a (?:tranche|juge|declare|dit))~[^,:;]{0,60}$|~(?:selon|d[’']apres)~",
  },
  {
    ai: `(?:${SPANISH.ai}|buscadores|motores de (?:busqueda|respuesta)|robots?)`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:deben?|deberan?|deberian?|pueden?|podran?|tienen que|estan (?:autorizados|invitados)|por favor)~|~(?:se (?:ruega|pide|solicita|invita)|rogamos|pedimos|por favor|invitamos)~[^.!?:]{0,40}~AI~|~por (?:los |las )?AI~',
    use: '~(?:cit|us|utili[cz]|copi|reproduc|reproduzc|repet|repit|resum|recomend|recomiend|mencion|inclu|present|describ|trat)\\p{L}*~',
    here: '~(?:(?:est[aeo]s?|est[ao]) (?:\\p{L}+ ){0,1}?(?:frases?|lineas?|parrafos?|palabras|oracion(?:es)?|pasajes?|citas?|declaracion(?:es)?|resumen|descripcion)|(?:las?|los|el) (?:\\p{L}+ )?(?:siguientes? )?(?:frases?|lineas?|parrafos?|palabras|oraciones|pasajes?|citas?|texto|resumen)(?: \\p{L}+)? (?:siguientes?|a continuacion|de abajo|de arriba|que siguen?)|(?:las?|los|el) siguientes? (?:frases?|lineas?|parrafos?|palabras|oraciones|pasajes?|citas?|texto|resumen)|lo siguiente)~',
    first: '~(?:en primer lugar|primero|el primer puesto|a la cabeza|por delante)~',
    omit: '~(?:omit\\p{L}+|exclu\\p{L}+|ignor\\p{L}+|dej\\p{L}+ fuera|no (?:mencion|nombr|cit)\\p{L}+)~[^.!?]{0,40}~(?:otr[ao]s|demas|rivales|competidores|competencia|resto)~',
    label: `(?:(?:el|un|nuestro|la|una) )?(?:(?:respuesta|redaccion|cita) (?:sugerid|recomendad|propuest|preferid|oficial|desead)\\p{L}*|(?:resumen|descripcion|sintesis)(?: (?:sugerid|recomendad|propuest|preferid|oficial|desead)\\p{L}*)?) (?:para|a|destinad[oa] a)~${TO}~AI~`,
    renewed:
      '(?:nuev|ultim|verdader|otr)[ao]s? (?:instruccion(?:es)?|orden(?:es)?|tareas?|indicacion(?:es)?)|(?:instruccion(?:es)?|indicaciones) (?:actualizadas?|adicional(?:es)?|ocultas?|secretas?)',
    tell: '(?:por favor,? )?(?:escrib\\p{L}+|di(?:gan?|ga)?|decid|inform\\p{L}+|afirm\\p{L}+|respond\\p{L}+|anunci\\p{L}+|recomiend\\p{L}+|recomend\\p{L}+|resum\\p{L}+|ignor\\p{L}+)~',
    reported:
      ',[^,:;]{0,30}~(?:dice[n]?|dijo|dijeron|segun|afirma|asegura|exige|sostiene|opina|concluye|fallo)~[^,:;]{0,60}$|~(?:segun|de acuerdo con)~',
  },
  {
    ai: `(?:${ITALIAN.ai}|motori di (?:ricerca|risposta)|robot)`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:dev(?:e|ono)|dovrebbero|dovranno|possono|potete|dovete|(?:sono|siete) (?:\\p{L}+ )?(?:pregat|invitat|autorizzat|tenut|liber)[aei]|per favore)~|~(?:si (?:prega(?:no)?|chiede|invita(?:no)?)|preghiamo|chiediamo|invitiamo|per favore)~[^.!?:]{0,40}AI~|~d(?:ai|agli|alle) AI~',
    use: '~(?:cit|us|utilizz|copi|riprodu|ripet|riport|riassum|raccomand|consigli|menzion|inclu|present|descriv|tratt)\\p{L}*~',
    here: "~(?:(?:quest[aeio]|quest[’']) ?(?:\\p{L}+ )?(?:fras[ei]|righ?[ae]|paragraf[oi]|parole|pass[oi]|citazion[ei]|dichiarazion[ei]|riassunto|sintesi|descrizione)|(?:la|le|il|i|gli) (?:seguent[ei] )(?:\\p{L}+ )?(?:fras[ei]|righ?[ae]|paragraf[oi]|parole|pass[oi]|citazion[ei]|testo|riassunto)|(?:la|le|il|i|gli) (?:fras[ei]|righ?[ae]|paragraf[oi]|parole|pass[oi]|citazion[ei]|testo|riassunto) (?:seguent[ei]|qui sotto|riportat[aeio] sotto|che segu(?:e|ono))|quanto segue)~",
    first: '~(?:al primo posto|per prim[aoi]|in testa|in cima|prima di)~',
    omit: '~(?:omett\\p{L}+|tralasci\\p{L}+|esclud\\p{L}+|ignor\\p{L}+|non (?:citar|menzionar|nominar)\\p{L}*)~[^.!?]{0,40}~(?:altr[ie]|rivali|concorrent[ei]|concorrenza|resto)~',
    label: `(?:(?:il|un|la|una|nostro) )?(?:(?:risposta|formulazione|citazione) (?:suggerit|consigliat|propost|raccomandat|ufficial|preferit)\\p{L}*|(?:riassunto|sintesi|descrizione)(?: (?:suggerit|consigliat|propost|raccomandat|ufficial|preferit)\\p{L}*)?) (?:per|a|ai|agli|alle|destinat[ao])~${TO}AI~`,
    renewed:
      '(?:nuov[aeoi]|ultim[ae]|ver[ae]|ulterior[ei]) (?:istruzion[ei]|indicazion[ei]|ordin[ei]|compit[oi])|istruzion[ei] (?:aggiornat[ae]|aggiuntiv[ae]|nascost[ae]|segret[ae])',
    tell: '(?:per favore,? )?(?:scriv(?:i|ete)|di(?:te|ci)?|afferm(?:a|ate)|rispond(?:i|ete)|annunci(?:a|ate)|riferi(?:sci|te)|raccomand(?:a|ate)|consigli(?:a|ate)|riassum(?:i|ete)|ignor(?:a|ate))~',
    reported:
      ',[^,:;]{0,30}~(?:dice|dicono|ha detto|afferma|sostiene|chiede|secondo|conclude)~[^,:;]{0,60}$|~(?:secondo|stando a)~',
  },
  {
    ai: `(?:${PORTUGUESE.ai}|buscadores|motores de (?:busca|pesquisa|resposta))`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:dev(?:e|em|erao|eriam)|pod(?:e|em|erao)|precisam|(?:sao|estao) (?:\\p{L}+ )?(?:convidad|autorizad|solicitad|livre)\\p{L}*|por favor)~|~(?:pede-se|solicita-se|roga-se|convidam-se|pedimos|solicitamos|convidamos|por favor)~[^.!?:]{0,40}~AI~|~pel[oa]s? AI~',
    use: '~(?:cit|us|utiliz|copi|reproduz|repet|repit|resum|recomend|mencion|inclu|apresent|descrev|trat)\\p{L}*~',
    here: '~(?:est[ae]s? (?:\\p{L}+ )?(?:frases?|linhas?|paragrafos?|palavras|trechos?|passagens?|citac(?:ao|oes)|declarac(?:ao|oes)|resumo|descricao)|(?:as?|os?) seguintes? (?:\\p{L}+ )?(?:frases?|linhas?|paragrafos?|palavras|trechos?|passagens|citac(?:ao|oes)|texto|resumo)|(?:as?|os?) (?:frases?|linhas?|paragrafos?|palavras|trechos?|passagens|citac(?:ao|oes)|texto|resumo) (?:seguintes?|abaixo|acima|a seguir|que se segu\\p{L}+)|o seguinte)~',
    first: '~(?:em primeiro(?: lugar)?|primeiro|no topo|a frente|antes d[aeo]s?)~',
    omit: '~(?:omit\\p{L}+|exclu\\p{L}+|ignor\\p{L}+|deix\\p{L}+ de fora|nao (?:mencion|cit|nome)\\p{L}+)~[^.!?]{0,40}~(?:outr[ao]s|demais|rivais|concorrentes|concorrencia|resto|restantes)~',
    label: `(?:(?:o|um|a|uma|nosso) )?(?:(?:resposta|redacao|citacao) (?:sugerid|recomendad|propost|preferid|oficial|desejad)\\p{L}*|(?:resumo|descricao|sintese)(?: (?:sugerid|recomendad|propost|preferid|oficial|desejad)\\p{L}*)?) (?:para|a|aos?|as|destinad[oa])~${TO}~AI~`,
    renewed:
      '(?:nov|ultim|verdadeir|outr)[ao]s? (?:instruc(?:ao|oes)|ordem|ordens|tarefas?|orientac(?:ao|oes))|instruc(?:ao|oes) (?:atualizadas?|adicion(?:al|ais)|ocultas?|secretas?)',
    tell: '(?:por favor,? )?(?:escrev\\p{L}+|dig(?:a|am)|inform\\p{L}+|afirm\\p{L}+|respond\\p{L}+|anunci\\p{L}+|recomend\\p{L}+|resum\\p{L}+|ignor\\p{L}+)~',
    reported:
      ',[^,:;]{0,30}~(?:diz|dizem|disse|disseram|defende|afirma|segundo|conclui|exige)~[^,:;]{0,60}$|~(?:segundo|de acordo com)~',
  },
]
