import type { OrderGrammar } from './instructions-grammar.ts'

// In these languages an order to one person is spelled like a statement about a third one: it has to open a clause.

const NAMES = 'llm|chat ?gpt|claude|gemini|copilot|chatbots?'

export const FRENCH: OrderGrammar = {
  clauseStart: 'et|puis|alors|veuillez',
  hint: '~(?:(?:ia|ai|llm|assistants?|ignore[rz]?|oublie[rz]?|consignes?|directives|instructions)~|intelligences? artificielle|modeles? de langage|chatbot|chatgpt|agents? conversationnel|prompt systeme|systeme ?:|(?:ton|votre) (?:resume|reponse|prompt)|en resumant|(?:tu es|vous etes) (?:desormais|maintenant|a present|dorenavant)~)',
  ai: `(?:assistants? (?:virtuels?|ia|d[’']ia|d[’']intelligence artificielle)|(?:modeles?|outils?|systemes?|agents?) (?:d[’'])?ia|ia|intelligences? artificielles?|(?:grands? )?modeles? de langage|agents? conversationnels?|assistants?|${NAMES})`,
  orders: [
    'START(?:veuillez )?(?:ignore[zr]?|oublie[zr]?|ne (?:tiens|tenez) (?:pas|aucun) compte|neglige[zr]?) (?:\\p{L}+ ){0,3}?(?:(?:instructions?|consignes?|directives?|regles|ordres|prompts?) (?:precedente?s?|anterieure?s?|ci-dessus|initiales?|donnees)|(?:tes|vos|ton|votre) (?:\\p{L}+ )?(?:instructions?|consignes?|directives?|prompt)~)',
    'START(?:ignore[zr]?|oublie[zr]?) tout ce qui (?:precede|est ecrit|figure)',
    "~si (?:tu es|vous etes) (?:une? |l[’'])?AI~(?= ?(?:$|[,:;(—–-])| (?:qui|alors)~)",
    "~en tant qu(?:e |[’'])AI,? (?:tu|vous) (?:dois|devez)~",
    "^[^\\p{L}]*(?:note|attention|avis|message|instructions?|consignes?|remarque|a|aux?|pour|chers?|cheres?|important)[ ,:!-]+(?:(?:a|aux?|pour|les|tous|toutes|destinee?s?)(?: |~[’'])|l[’'])*AI~[^:!.?]{0,60}: ?(?:veuillez )?(?:resume[zr]?|ecri(?:s|vez|re)|di(?:s|tes|re)|repond(?:s|ez|re)|recommande[zr]?|affirme[zr]?|indique[zr]?|traduis|donne[zr]?|ignore[zr]?|presente[zr]?|ne |n[’'])",
    "~dans (?:ton|votre) (?:resume|reponse)~…~(?:ecri(?:s|vez)|di(?:s|tes)|ne|n[’']\\p{L}+|inclu\\p{L}+|ajoute[zr]?|mentionne[zr]?)~|~(?:ne|n[’'])…~dans (?:ton|votre) (?:resume|reponse)~",
    '~(?:en resumant|quand (?:tu|vous) resume[zs]?|lorsque (?:tu|vous) resume[zs]?) (?:cette page|cet article|ce texte)',
    '~(?:tu es|vous etes) (?:desormais|maintenant|a present|dorenavant) (?:une? )(?:\\p{L}+ ){0,2}?(?:AI|assistant|modele|robot|pirate)~',
    '~(?:affiche|revele|montre|donne|imprime|repete|devoile|communique)[zr]? (?:moi )?(?:ton|votre|tes|vos) (?:prompt|instructions? (?:systeme|cachees)|message systeme|invite systeme)',
    '^[^\\p{L}]*systeme ?[\\])>]*:…~(?:tu (?:es|dois|reponds)|vous (?:etes|devez|repondez)|reponds?|repondez|ignore[zr]?)~',
  ],
}

export const SPANISH: OrderGrammar = {
  clauseStart: 'y|luego|pues',
  hint: '~(?:(?:ia|llm|asistentes?|instrucciones|reglas|indicaciones|(?:ignor|olvid|descart)(?:a|e|ad|en))~|inteligencias? artificial|modelos? de lenguaje|chatbot|chatgpt|(?:prompt|mensaje|instrucciones) del sistema|tu prompt|sistema ?:|(?:tu|su|vuestro) (?:resumen|respuesta)|al resumir|ahora eres|a partir de ahora)',
  ai: `(?:(?:asistentes?|modelos?|sistemas?|herramientas?|agentes?) (?:virtuales|de ia|de inteligencia artificial)|ia|inteligencias? artificial(?:es)?|(?:grandes )?modelos? de lenguaje|asistentes?|bots?|${NAMES})`,
  orders: [
    'START(?:por favor,? )?(?:ignor(?:a|e|ad|en)|olvid(?:a|e|ad|en)|descart(?:a|e|en)|omit(?:e|a|an)|desatiend(?:e|a|an)|no hagas caso (?:a|de)) (?:\\p{L}+ ){0,2}?(?:(?:instrucciones|ordenes|reglas|indicaciones|prompts?) (?:previas|anteriores|de arriba|iniciales)|(?:tus|sus|vuestras) (?:\\p{L}+ )?(?:instrucciones|indicaciones)~)',
    'START(?:ignor(?:a|e|ad)|olvid(?:a|e|ad)) todo lo (?:anterior|de arriba|dicho)',
    '~si (?:eres|es usted|usted es|sois) (?:una? )?AI~(?= ?(?:$|[,:;(—–-])| que~)',
    '~como AI,? (?:debes|debe|tienes que)~',
    '^[^\\p{L}]*(?:nota|atencion|aviso|mensaje|instruccion(?:es)?|a|para|estimad[oa]s?|importante|querid[oa]s?)[ ,:!-]+(?:(?:a|para|los|las|el|la|todos|todas|cualquier) )*AI~[^:!.?]{0,60}: ?(?:por favor,? )?(?:resum\\p{L}+|escrib\\p{L}+|di(?:gan?|gas)?~|decid|respond\\p{L}+|recomend\\p{L}+|recomiend\\p{L}+|no |menciona\\p{L}*|afirm\\p{L}+|traduc\\p{L}+|ignor\\p{L}+|califi\\p{L}+)',
    '~(?:no|nunca) (?:mencion\\p{L}+|inclu\\p{L}+|cit\\p{L}+|digas?)~…~en (?:tu|su|vuestro) (?:resumen|respuesta)~',
    '~al (?:resumir|traducir|describir) (?:esta pagina|este articulo|este texto),? (?:no |siempre |di~|mencion|escrib|inclu|afirm)',
    '~(?:ahora|desde ahora|a partir de ahora) (?:eres|es usted|seras) (?:una? )?(?:\\p{L}+ ){0,2}?(?:AI|asistente|modelo|bot|pirata)~',
    '~(?:muestr[ae]|revel[ae]|imprim[ae]|ensen[ae]|dime|repit[ae]|escrib[ae]) (?:me )?(?:tu|tus|su|el|las) (?:\\p{L}+ )?(?:prompt|instrucciones (?:del sistema|ocultas|secretas)|mensaje del sistema)',
    '^[^\\p{L}]*sistema ?[\\])>]*:…~(?:a partir de ahora|contesta|responde(?:ras)?|debes|tienes que|ignor[ae]|eres)~',
  ],
}

export const ITALIAN: OrderGrammar = {
  clauseStart: 'e|poi',
  hint: '~(?:(?:ia|llm|assistent[ei]|istruzioni|ignora(?:te)?|dimentica(?:te)?)~|intelligenz[ae] artificial|modell[oi] (?:linguistic|di linguaggio)|chatbot|chatgpt|(?:tuo|vostro) prompt|sistema ?:|riassunto|(?:ora|adesso|da ora) sei)',
  ai: `(?:(?:assistent[ei]|modell[oi]|sistem[ai]|strument[oi]|agent[ei]) (?:virtuali|di ia|di intelligenza artificiale|ia|ai)|(?:ia|ai|(?:un[’'])?intelligenz[ae] artificial[ei])|modell[oi] (?:linguistic[oi]|di linguaggio)|assistent[ei]|bot|${NAMES})`,
  orders: [
    'START(?:per favore,? )?(?:ignor(?:a|ate|i)|dimentic(?:a|ate|hi)|trascur(?:a|ate|i)|non tenere conto|non tenete conto) (?:\\p{L}+ ){0,2}?(?:(?:istruzioni|indicazioni|comandi|ordini|prompt) (?:precedenti|di prima|sopra|di cui sopra|iniziali)|regole precedenti|(?:tue|vostre|sue) (?:\\p{L}+ )?(?:istruzioni|indicazioni)~)',
    'START(?:ignora(?:te)?|dimentica(?:te)?) tutto (?:cio che (?:precede|e scritto)|quanto (?:sopra|precede)|quello che precede)',
    "~se (?:sei|siete|e) (?:una? |un[’'])?AI~(?= ?(?:$|[,:;(—–-])| che~)",
    "^[^\\p{L}]*(?:nota|attenzione|avviso|messaggio|istruzion[ei]|ai|agli|alle|all[’']|per|cari?|gentili|importante)[ ,:!-]+(?:(?:per|a|ai|agli|alle|gli|le|i|tutt[ie]) )*AI~[^:!.?]{0,60}: ?(?:per favore,? )?(?:riassum\\p{L}+|scriv\\p{L}+|di(?:te|ci|re)?~|rispond\\p{L}+|consigli\\p{L}+|raccomand\\p{L}+|non |menziona\\p{L}*|afferm\\p{L}+|traduc\\p{L}+|ignor\\p{L}+|valuta\\p{L}*)",
    '^[^\\p{L}]*a(?:i|gli|lle) AI~[^:!.?]{0,60}: ?(?:riassum\\p{L}+|scriv\\p{L}+|dite|rispond\\p{L}+|consigliat\\p{L}+|raccomand\\p{L}+|non )',
    '~non (?:citar|menzionar|includer|nominar)\\p{L}*~…~nel (?:riassunto|tuo riassunto|vostro riassunto|sommario)|~non (?:citare|menzionare|citate|menzionate)…~nella (?:tua |vostra )?risposta~',
    "~(?:ora|adesso|da ora|da adesso|d[’']ora in poi) (?:sei|siete|sarai) (?:una? |un[’'])?(?:\\p{L}+ ){0,2}?(?:AI|assistente|modello|bot|pirata)~",
    '~(?:mostra|rivela|stampa|ripeti|scrivi|dimmi|visualizza)(?:te|mi)? (?:il |le |i )?(?:tuo|tue|tuoi|vostro|vostre) (?:prompt|istruzioni (?:di sistema|nascoste|segrete)|messaggio di sistema)',
    "^[^\\p{L}]*sistema ?[\\])>]*:…~(?:d[’']ora in poi|da ora|rispond[ie]|rispondete|devi|ignora|sei)~",
  ],
}

export const PORTUGUESE: OrderGrammar = {
  clauseStart: 'e|depois',
  hint: '~(?:(?:ia|llm|assistentes?|instrucoes|(?:ignor|desconsider|esquec)(?:e|a|em|am)|resumo|resumir)~|inteligencias? artificia|modelos? de linguagem|chatbot|chatgpt|(?:seu|teu) prompt|sistema ?:|agora voce|a partir de agora)',
  ai: `(?:(?:assistentes?|modelos?|sistemas?|ferramentas?|agentes?) (?:virtuais|de ia|de inteligencia artificial)|ia|inteligencias? artificia(?:l|is)|(?:grandes )?modelos? de linguagem|assistentes?|robos?|bots?|${NAMES})`,
  orders: [
    'START(?:por favor,? )?(?:ignor(?:e|a|em)|desconsider(?:e|a|em)|esquec(?:a|e|am)|descart(?:e|a|em)) (?:\\p{L}+ ){0,2}?(?:(?:instrucoes|ordens|regras|orientacoes|comandos|prompts?) (?:anteriores|previas|acima|iniciais)|(?:suas|tuas|vossas) (?:\\p{L}+ )?(?:instrucoes|orientacoes)~)',
    'START(?:ignor(?:e|a)|esquec(?:a|e)|desconsider(?:e|a)) tudo (?:o que )?(?:foi dito |esta )?(?:acima|anterior)',
    '~se (?:voce (?:e|for)|tu es|es|for) (?:uma? )?AI~(?= ?(?:$|[,:;(—–-])| que~)',
    '^[^\\p{L}]*(?:nota|atencao|aviso|mensagem|instruc(?:ao|oes)|aos?|as|para|prezad[oa]s?|car[oa]s?|importante)[ ,:!-]+(?:(?:a|aos?|as|para|os|o|todos|todas|qualquer) )*AI~[^:!.?]{0,60}: ?(?:por favor,? )?(?:resum\\p{L}+|escrev\\p{L}+|dig(?:a|am)~|respond\\p{L}+|recomend\\p{L}+|nao |mencion\\p{L}+|afirm\\p{L}+|traduz\\p{L}+|ignor\\p{L}+|avali\\p{L}+)',
    '~nao (?:mencion\\p{L}+|inclu\\p{L}+|cit\\p{L}+|diga)~…~n[oa] (?:seu |teu |sua )?(?:resumo|resposta)~',
    '~ao (?:resumir|traduzir|descrever) (?:esta pagina|este artigo|este texto),? (?:nao |sempre |diga|mencione|escreva|inclua|afirme)',
    '~(?:agora|a partir de agora|de agora em diante),? (?:voce e|voce sera|tu es|es) (?:uma? )?(?:\\p{L}+ ){0,2}?(?:AI|assistente|modelo|bot|pirata)~',
    '~(?:mostre|revele|imprima|repita|exiba|diga)(?:-me)? (?:o |as |os )?(?:seu|sua|suas|teu|tuas) (?:prompt|instrucoes (?:do sistema|ocultas|secretas)|mensagem do sistema)',
    '^[^\\p{L}]*sistema ?[\\])>]*:…~(?:a partir de agora|responda|voce (?:e|deve)|ignore|deves)~',
  ],
}
