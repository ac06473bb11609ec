import { ENGLISH } from './instructions-english.ts'
import { DUTCH, GERMAN } from './instructions-germanic.ts'
import { type DemandGrammar, TO } from './instructions-demands.ts'

const REPORTED_ENGLISH =
  '(?:says?|said|hop(?:es?|ed)|rul(?:es?|ed)|argu(?:es?|ed)|conclud(?:es?|ed)|wants?|wanted|demand(?:s|ed)?|insist(?:s|ed)?|urg(?:es?|ed)|believes?|thinks?|found|warn(?:s|ed)?|writes?|wrote|suggest(?:s|ed)?|propos(?:es?|ed)|add(?:s|ed))'

export const DEMANDS_GERMANIC: readonly DemandGrammar[] = [
  {
    ai: `(?:${ENGLISH.ai}|(?:answer|generative) engines?|(?:automated|automatic|machine) (?:readers?|summari[sz]ers?|tools?|systems?|agents?)|scrapers?)`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:must|should|shall|ought to|may|please|kindly|can freely|have to|need to|need not|are to|(?:is|are) (?:\\p{L}+ )?(?:asked|requested|invited|required|instructed|free|welcome|allowed|permitted|encouraged|authori[sz]ed) to)~|^[^\\p{L}]*(?:please|kindly|we)~[^.!?:]{0,40}~AI~[^.!?:]{0,20}~to~|~by AI~|^[^\\p{L}]*(?:dear|hey|hello|hi|attention) (?:(?:all|any|every) )?AI~',
    use: '(?:use|quote|cite|copy|repeat|reproduce|reprint|summari[sz]e|paraphrase|adopt|include|insert|treat|take|present|describe|mention|reuse|translate|state|recommend|return|give|put|be (?:used|quoted|cited|copied|repeated|reproduced|treated|taken))~',
    here: '~(?:(?:this|these|the (?:following|next|above)) (?:\\p{L}+ ){0,2}?(?:sentences?|lines?|words|wording|phrases?|statements?|claims?|paragraphs?|passages?|summary|description|quotes?|quotations?|answers?)|the following (?:\\p{L}+ )?text|the (?:\\p{L}+ )?(?:sentences?|lines?|words|statements?|paragraphs?|passages?|summary|text) (?:below|above|that follows?)|what follows)~',
    first:
      '~(?:rank|put|list|place|name|mention|show|recommend|present)~[^.!?]{0,60}?~(?:first|top|ahead of|before|above)~',
    omit: '~(?:leave (?:out|aside|off)|omit|skip|exclude|drop|ignore|not (?:mention|name|list|recommend|show)|without (?:naming|mentioning|listing))~[^.!?]{0,40}?~(?:others?|rivals?|competitors?|competing|alternatives?|rest|else|competition)~|~leave (?:\\p{L}+ ){1,3}?out~',
    label: `(?:(?:the|our|a) )?(?:(?:suggested|recommended|preferred|proposed|approved|official|ready-made|authori[sz]ed|desired|correct|short) (?:\\p{L}+ ){0,2}?(?:summary|answer|description|response|reply|wording|citation|quote|quotation|snippet|headline|sentence|abstract) (?:for|to|when|if|that|which)|(?:summary|abstract|description|snippet|wording) for)~${TO}~AI~`,
    renewed:
      '(?:(?:new|updated?|additional|revised|further|final|real|actual|current|special|hidden|secret) (?:\\p{L}+ )?(?:instructions?|prompt|directives?|commands?|orders?)|(?:new|updated|real|actual) task)',
    tell: '(?:please |only |now )*(?:report|say|state|claim|reply|respond|answer|tell|output|print|summari[sz]e|describe|recommend|praise|conclude|announce|pretend|ignore|rank|write (?:that|only|the words?|["“]))~',
    reported: `,[^,:;]{0,40}~${REPORTED_ENGLISH}~[^,:;]{0,30}$|^[^,:;]{0,60}~${REPORTED_ENGLISH}~[^:]{0,40}~AI~|~according to~`,
  },
  {
    ai: `(?:${GERMAN.ai}|suchmaschinen?|antwortmaschinen?|ki-(?:zusammenfass|suchmaschin|suchdienst|dienst|leser)\\p{L}*|crawler)`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:muss|mussen|soll|sollen|sollte|sollten|darf|durfen|bitte|brauchen|haben|(?:werden|sind) [^.!?:]{0,30}?(?:gebeten|eingeladen|aufgefordert|angehalten))~|^[^\\p{L}]*(?:bitte|wir bitten)~[^.!?:]{0,40}~AI~|(?:von|durch) AI~|~werden AI~',
    use: '(?:zitier|verwend|benutz|nutz|ubernehm|ubernimm|ubernomm|wiederg|wiederzug|kopier|nenn|empf[ei]hl|empfiehl|wiederhol|zusammenf|zusammenz|beschreib|behandel|aufnehm|aufzunehm)',
    here: '~(?:diese[nrsm]?|(?:die|der|den|das|dem) (?:folgende|nachste|nachstehende|obige)[nrsm]?|(?:folgende|nachstehende|obige)[nrsm]?) (?:\\p{L}+ ){0,2}?(?:satz|satze|satzen|zeilen?|wort|worte|worten|wortlaut|absatz|absatze|zusammenfassung|beschreibung|aussagen?|formulierung(?:en)?|zitate?|antwort|text)~',
    first: '~(?:zuerst|an erster stelle|an erste stelle|ganz oben|auf platz eins|zuoberst|vor allen)~',
    omit: '~(?:andere[nrs]?|ubrige[nrs]?|konkurrenz|konkurrenten|mitbewerber|wettbewerber|alternativen)~[^.!?]{0,30}(?:weglassen|wegzulassen|auslassen|verschweigen|nicht|ignorieren|uberspringen)|~(?:lass|nicht|ignorier)\\p{L}*~[^.!?]{0,30}~(?:andere[nrs]?|konkurrenz|konkurrenten|mitbewerber|wettbewerber)~',
    label: `(?:(?:die|eine|unsere) )?(?:(?:vorgeschlagene|empfohlene|gewunschte|offizielle|bevorzugte|fertige|kurze)[rs]? (?:\\p{L}+ )?(?:antwort|formulierung|wortlaut|zitat)|(?:\\p{L}+ )?(?:zusammenfassung|kurzfassung|beschreibung|kurzbeschreibung)) (?:fur|zur verwendung durch)~${TO}~AI~`,
    renewed:
      '(?:neue|aktualisierte|geanderte|weitere|zusatzliche|letzte|eigentliche|geheime)[rs]? (?:anweisung(?:en)?|instruktion(?:en)?|befehle?|aufgabe|auftrag|prompt)',
    tell: '(?:bitte )?(?:schreib|sag|melde|berichte|behaupt|antwort|erklar|empfiehl|empfehl|gib~|nenn|lob|ignorier|fass)',
    reported:
      ',[^,:;]{0,30}~(?:sagt|sagte[n]?|sagen|fordert|fordern|forderte[n]?|entschied|urteilte?|meint|findet|schreibt|betonte?|warnte?|heisst es|so)~[^,:;]{0,60}$|~(?:laut|zufolge|nach ansicht|nach angaben)~',
  },
  {
    ai: `(?:${DUTCH.ai}|zoekmachines?|antwoordmachines?|crawlers?|ai-(?:samenvat|zoek|dienst|lezer)\\p{L}*)`,
    addressed:
      '~AI~[^.!?:]{0,80}?~(?:moet|moeten|dienen|dient|mag|mogen|kunnen|gelieve|hoeven|(?:wordt|worden|zijn) [^.!?:]{0,30}?(?:verzocht|gevraagd|uitgenodigd|geacht))~|^[^\\p{L}]*(?:gelieve|wij verzoeken|we verzoeken|wij vragen|we vragen)~[^.!?:]{0,40}~AI~|~door AI~',
    use: '(?:citeer|citeren|gebruik|overne|neem|kopieer|kopieren|noem|beveel|aanbevel|herha|samenvat|vat|beschrijf|beschrijv|behandel|weergeven|weer te geven|opne)',
    here: "~(?:deze|dit|(?:de|het) (?:volgende|onderstaande|bovenstaande)|(?:onderstaande|bovenstaande|volgende)) (?:\\p{L}+ ){0,2}?(?:zin|zinnen|zinsnede|regels?|woorden|bewoording|alinea[’']?s?|samenvatting|beschrijving|uitspraken?|citaten|citaat|antwoord|tekst)~",
    first: '~(?:eerst|als eerste|bovenaan|op de eerste plaats|voorop)~',
    omit: '~(?:andere|overige|concurrenten|concurrentie|rivalen|alternatieven)~[^.!?]{0,30}~(?:weg te laten|weglaten|weg|niet|negeren|overslaan)~|~(?:niet|negeer|laat)~[^.!?]{0,30}~(?:andere|concurrenten|concurrentie|rivalen)~',
    label: `(?:(?:de|een|onze) )?(?:(?:voorgesteld|aanbevolen|gewenst|officiel|kort|kant-en-kla+r)e? (?:\\p{L}+ )?(?:antwoord|formulering|citaat)|(?:\\p{L}+ )?(?:samenvatting|beschrijving)) (?:bestemd )?voor~${TO}~AI~`,
    renewed:
      '(?:nieuwe|bijgewerkte|gewijzigde|aanvullende|laatste|geheime|echte) (?:instructies?|opdrachten|opdracht|bevel|bevelen|prompt|taak)',
    tell: '(?:gelieve )?(?:schrijf|zeg|meld|antwoord|beweer|vertel|noem|raad|beveel|prijs|negeer|vat)~',
    reported:
      ',[^,:;]{0,30}~(?:zegt|zei|zeggen|vindt|vinden|eist|oordeelde|oordeelt|stelt|schrijft|blijkt|aldus)~[^,:;]{0,60}$|~(?:volgens|aldus)~',
  },
]
