import type { OrderGrammar } from './instructions-grammar.ts'

const GERMAN_RULES =
  '(?:anweisung(?:en)?|instruktion(?:en)?|befehle?|vorgaben|prompts?|richtlinien|systemprompts?)'
const GERMAN_ORDER =
  '(?:bitte )?(?:fass|schreib|sag|antwort|erwahn|nenn|empfehl|empfiehl|gib~|geben~|behaupt|bewert|ignorier|beschreib|lob|ubersetz|zitier|verschweig|vergiss|stell)'
const DUTCH_RULES = '(?:instructies?|opdrachten|prompts?|richtlijnen|aanwijzingen|bevelen)'
const DUTCH_ORDER =
  '(?:gelieve )?(?:vat|schrijf|zeg|antwoord|vermeld|noem|geef|raad|beveel|beschrijf|vertaal|negeer|citeer|prijs|beweer)~'

export const GERMAN: OrderGrammar = {
  clauseStart: 'und|bitte|dann',
  hint: '~(?:(?:ki|ai|llm)~|ki-|kunstlich|sprachmodell|chatbot|chatgpt|anweisung|instruktion|systemp|system\\w*:|ignorier|vergiss|vergess|missacht|zusammenf|(?:du bist|sie sind|ihr seid) (?:ab|jetzt|nun|von|nicht)~|(?:ab jetzt|ab sofort|von nun an)~|du antwortest|assistent)',
  ai: '(?:ki|ai|llm|kunstliche intelligenz(?:en)?|sprachmodelle?n?|chatbots?|chatgpt|claude|gemini|copilot)(?:[ -]?(?:systemen?|systeme|assistent(?:en|in|innen)?|modelle?n?|tools?|agenten?|werkzeuge?n?|anwendungen|bots?|programme?n?|suchmaschinen))?',
  orders: [
    `~(?:ignorier(?:e|t|en sie)|vergiss|vergesst|vergessen sie|missachte(?:t|n sie)?|verwirf) (?:bitte )?(?:\\p{L}+ ){0,2}?(?:(?:bisherig|vorherig|vorig|vorangegangen|vorhergehend|vorangehend|obig|fruher|alt)e[nr]?|deine|eure|ihre) (?:\\p{L}+ )?${GERMAN_RULES}~`,
    '~(?:ignorier(?:e|t|en sie)|vergiss|vergesst|vergessen sie) (?:bitte )?alles,? (?:was )?(?:\\p{L}+ ){0,2}?(?:oben|bisher|zuvor|vorher|davor)',
    '~(?:wenn|falls|sofern|da) (?:du|sie|ihr) (?:eine? )?(?:\\p{L}+ ){0,2}?AI (?:bist|sind|seid)~',
    '~als (?:\\p{L}+ )?AI (?:musst|sollst|darfst|mussen|sollen|durfen|werden|wirst) (?:du|sie)~',
    `^[^\\p{L}]*(?:(?:wichtiger |wichtige )?(?:hinweis|anmerkung|notiz|achtung|wichtig|anweisung(?:en)?|nachricht|an|fur|liebe[rs]?|hallo|hey)[ ,:!-]+)(?:(?:an|fur|alle|die|samtliche|jede) )*AI~[^:!.?]{0,60}[:!] ?${GERMAN_ORDER}`,
    '^[^\\p{L}]*AI~[:!] ?(?:bitte )?(?:fass|empfehl|empfiehl|ignorier|erwahn|bewert|zitier|verschweig)',
    '~(?:beim zusammenfassen (?:dieser|dieses|des)|wenn (?:du|sie|ihr) diese[nrs]? (?:artikel|seite|text|beitrag)~…zusammenf)',
    '~(?:nicht|kein\\p{L}*|niemals)~…~in (?:deiner|eurer|ihrer) (?:zusammenfassung|antwort)|~in (?:deiner|eurer|ihrer) (?:zusammenfassung|antwort)~…~(?:nicht|kein\\p{L}*|erwahn\\p{L}*|schreib\\p{L}*)~',
    '~(?:du bist|sie sind|ihr seid) (?:ab sofort|jetzt|nun|von nun an|ab jetzt|nicht (?:mehr|langer)) (?:eine? )?(?:\\p{L}+ ){0,2}?(?:AI|assistent(?:in)?|bot|modell|pirat|dan)~',
    '~(?:ab jetzt|ab sofort|von nun an) (?:antwort|sprich|sprech|schreib)\\p{L}* (?:du|sie|ihr)~|~du antwortest (?:ab|von|jetzt|nur|ausschließlich|immer)~',
    '^[^\\p{L}]*system(?:nachricht|prompt|meldung|anweisung|hinweis)? ?[\\])>]*:…~(?:du|deine?|ignorier\\p{L}*|antwort(?:e|est|en sie))~',
    '~(?:gib|geben|zeig|zeigen|nenn|verrat|offenbar|druck|schreib)\\p{L}*~…~(?:deine[nrs]?|ihre[nrs]?|eure[nrs]?) (?:\\p{L}+ )?(?:system-?prompts?|systemanweisung(?:en)?|prompts?)~',
  ],
}

export const DUTCH: OrderGrammar = {
  clauseStart: 'en|dan',
  hint: '~(?:(?:ai|llm)~|ai-|taalmodel|chatbot|chatgpt|kunstmatig|instructies|systeemp|systeem\\w*:|negeer|vergeet|samenvatting|(?:je|u) bent (?:nu|voortaan|vanaf|niet)~|(?:vanaf nu|voortaan)~)',
  ai: "(?:ai|llm|kunstmatige intelligentie|(?:grote )?taalmodel(?:len)?|chatbots?|chatgpt|claude|gemini|copilot)(?:[ -]?(?:assistent(?:en)?|modellen|model|systemen|systeem|tools?|agenten?|bots?|programma[’']?s?))?",
  orders: [
    `~(?:negeer|vergeet|verwaarloos) (?:alstublieft )?(?:\\p{L}+ ){0,2}?(?:eerdere|vorige|voorgaande|bovenstaande|je|jouw|uw) (?:\\p{L}+ )?${DUTCH_RULES}~`,
    '~(?:negeer|vergeet) alles (?:wat )?(?:\\p{L}+ ){0,2}?(?:hierboven|hiervoor|eerder|tot nu toe)',
    '~(?:als|indien|wanneer) (?:je|jij|u|jullie) (?:een )?(?:\\p{L}+ ){0,2}?AI (?:bent|zijn)~',
    `^[^\\p{L}]*(?:(?:belangrijk|opmerking|let op|aan|voor|beste|hallo|instructies?|bericht|noot|attentie)[ ,:!-]+)(?:(?:voor|aan|alle|de|elke) )*AI~[^:!.?]{0,60}[:!] ?${DUTCH_ORDER}`,
    '~(?:niet|geen|nooit)~…~in (?:je|jouw|uw|jullie) (?:samenvatting|antwoord)~|~in (?:je|jouw|uw) (?:samenvatting|antwoord)~…~(?:niet|geen|vermeld|schrijf)~',
    '~(?:je bent|u bent|jij bent) (?:nu|voortaan|vanaf nu|niet langer) (?:een )?(?:\\p{L}+ ){0,2}?(?:AI|assistent|bot|model|piraat|dan)~',
    '~(?:vanaf nu|voortaan) (?:antwoord|spreek|schrijf)\\p{L}* (?:je|jij|u)~',
    '^[^\\p{L}]*systeem(?:bericht|prompt|melding)? ?[\\])>]*:…~(?:je|jij|u|jouw|uw|negeer|antwoord)~',
    '~(?:toon|geef|onthul(?:t)?|laat|druk|schrijf|deel)~…~(?:je|jouw|uw) (?:\\p{L}+ )?(?:systeem-?prompt|systeeminstructies?|prompt|verborgen instructies)~',
  ],
}
