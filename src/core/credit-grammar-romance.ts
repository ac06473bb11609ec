import { type CreditGrammar, QUOTED_TITLE } from './credit-grammar.ts'

export const FRENCH: CreditGrammar = {
  work: '(?:cet|cette|ce|le présent|les) (?:article|texte|tribune|entretien|interview|reportage|enquête|billet|chronique|analyse|récit|papier|récit|éditorial|recension|dossier|témoignage|contenu)',
  loose:
    "(?:(?:l[’']|un |une |le |la )\\s?)?(?:article|texte|tribune|entretien|interview|reportage|enquête|billet|chronique|analyse|récit|papier|éditorial|contenu|dépêche)",
  version:
    "(?:une|la) (?:première |précédente )?version (?:[\\p{L}]+ )?(?:de cet|de ce|de cette|du|de l[’']) ?(?:article|texte|tribune|entretien|billet|enquête|reportage)|(?:l[’'])?article original|(?:le )?texte original|l[’']original|la version originale",
  signed: " (?:de|d[’']|signée? par|par|écrit par) ?[^.;:]{3,50}?(?= (?:a|est|fut|paru))",
  first:
    "initialement|d[’']abord|originellement|à l[’']origine|pour la première fois|originalement|en premier|en premier lieu|préalablement|précédemment",
  appeared: '(?:publi|diffus|post|imprim)ée?s?|parue?s?|est paru|apparu|mise? en ligne|rédigée?|écrite?',
  alone: 'parue?s?',
  again:
    'reprise?s?|republiée?s?|reproduite?s?|republication|extraite?s?|tirée?s?|repostée?|rediffusée?|emprunté|traduite?s?|provient',
  given: 'proposée?|fournie?|produite?',
  readOriginal:
    "(?:lire|lisez|voir|consulter|retrouve[rz]|accéder à)(?: ici)? l[’'](?:article|entretien|original)(?: original| d[’']origine)?|(?:la version|le texte|l[’']article) originale?(?: est| peut être)?(?: disponible| lue?| à lire| consultable)?",
  permission:
    "(?:(?:publié|reproduit) )?(?:ici )?avec (?:l[’'](?:aimable |accord|autorisation)|la permission|l[’']accord|la)(?:autorisation|accord|permission|courtoisie)?(?: de| du| d[’'])?|par courtoisie de",
  filler: 'a|été|est|fut|ont|sont|et|ici|ont été|il|qui|en ligne|note :|nous|avec autorisation',
  when: `(?:le|en|du|au mois de|dès)*\\s*DATE|en (?:langue )?LANGUAGE|sous le titre,? ${QUOTED_TITLE}|dans une version (?:légèrement )?(?:différente|abrégée|longue|plus longue)|l[’']an dernier|sous licence[^,.;]{0,40}?(?=,| par| dans| sur)`,
  at: 'dans|sur|chez|en|au|aux|à|pour',
  by: 'par',
  source: "de|du|des|depuis|d[’']après|à partir de|à partir du",
  issue:
    "(?:le |l[’'])?(?:numéro|édition|livraison|n°)(?: [^ ,.;]+){0,4}? (?:de la |de l[’']|de |du |d[’'])|le site (?:internet |web )?(?:de la |de l[’']|de |du |d[’'])|le blog (?:de la |de |du )|les colonnes (?:de |du |des )",
  lowerCaseNames: true,
}

export const SPANISH: CreditGrammar = {
  work: '(?:este|esta|el presente|la presente) (?:artículo|texto|nota|reportaje|entrevista|columna|crónica|historia|ensayo|análisis|publicación|contenido|investigación|noticia|post|editorial|trabajo)(?: periodístic[oa])?',
  loose:
    '(?:(?:el|la|un|una) )?(?:artículo|texto|nota|reportaje|entrevista|columna|crónica|historia|ensayo|análisis|publicación|contenido|investigación|noticia|post)',
  version:
    '(?:una|la) (?:primera |anterior )?versi[óo]n (?:[\\p{L}]+ )?(?:de este|de esta|del) (?:artículo|texto|reportaje|nota|columna|ensayo|entrevista|historia)|(?:el )?(?:artículo|texto) original|el original|la versión original',
  signed: ' (?:de|escrit[oa] por|por) [^.;:]{3,50}?(?= (?:fue|se|ha|apareció))',
  first:
    'originalmente|originariamente|por primera vez|primero|primeramente|inicialmente|en primer lugar|previamente|anteriormente|en un principio',
  appeared: 'publicad[oa]s?|publicó|apareció|aparecid[oa]|difundid[oa]|salió|emitid[oa]|editad[oa]',
  again:
    'tomad[oa]s?|reproducid[oa]s?|republicad[oa]s?|extraíd[oa]s?|traducid[oa]s?|retomad[oa]s?|compartid[oa]|cedid[oa]|replicad[oa]|procede|proviene',
  given: 'producid[oa]|proporcionad[oa]|elaborad[oa]|facilitad[oa]',
  readOriginal:
    '(?:lea|leer|lee|ver|vea|consulte|puede leer|puedes leer|acceder a)(?: aquí)? (?:el |la )?(?:artículo|nota|texto|publicación|entrevista|historia|versión)? ?original',
  permission:
    '(?:(?:publicad[oa]|reproducid[oa]) )?(?:aquí )?(?:con (?:la |el )?(?:debida )?(?:autorización|permiso|consentimiento)(?: expres[oa])?|por cortesía|cortesía|por gentileza|gentileza)(?: de(?:l)?)?',
  filler: 'fue|se|ha sido|es|y|aquí|ha|sido|está|han|nota:|aquí con|lo|con autorización|con permiso',
  when: `(?:el|en|del|de|en el)*\\s*DATE|en LANGUAGE|en (?:el )?(?:año )?\\d{4}|bajo el título(?: de)?,? ${QUOTED_TITLE}|en una versión (?:distinta|abreviada|más larga)|bajo licencia[^,.;]{0,40}?(?=,| por| en)`,
  at: 'en|para',
  by: 'por',
  source: 'de|del|desde',
  issue:
    '(?:el |la )(?:número|edición)(?: [^ ,.;]+){0,4}? (?:de la |del |de )|(?:el sitio(?: web)?|la página(?: web)?|la web|el blog|el portal) (?:de la |del |de )',
  lowerCaseNames: true,
}

export const ITALIAN: CreditGrammar = {
  work: "(?:quest[’']|questo |questa |il presente |la presente )(?:articolo|testo|intervista|inchiesta|reportage|pezzo|saggio|racconto|editoriale|analisi|recensione|post|contributo|contenuto)",
  loose:
    "(?:(?:l[’']|il |la |un |un[’'])\\s?)?(?:articolo|testo|intervista|inchiesta|reportage|pezzo|saggio|racconto|analisi|recensione|post|contributo|contenuto)",
  version:
    "(?:una|la) (?:prima |precedente )?versione (?:[\\p{L}]+ )?(?:di quest[’']|di questo|di questa|dell[’']|del) ?(?:articolo|testo|intervista|pezzo|saggio|inchiesta)|(?:l[’'])?articolo originale|l[’']originale|la versione originale",
  signed: ' di [^.;:]{3,50}?(?= (?:è|apparso|pubblicato))',
  first:
    'originariamente|originalmente|in origine|per la prima volta|inizialmente|prima|per primo|precedentemente|già',
  appeared: 'pubblicat[oa]|apparsa|apparso|uscit[oa]|pubblicazione|compars[oa]|diffus[oa]',
  alone: 'apparso|apparsa|uscit[oa]',
  again: 'tratt[oa]|ripres[oa]|ripubblicat[oa]|riprodott[oa]|estratt[oa]|ripostat[oa]|proviene',
  given: 'prodott[oa]|fornit[oa]|realizzat[oa]',
  readOriginal:
    "(?:leggi|leggere|vai a|vedi)(?: qui)? (?:l[’']|il |la )?(?:articolo|testo|versione|post|intervista)? ?originale",
  permission:
    "(?:(?:pubblicato|riprodotto) )?(?:qui )?(?:per gentile concessione|con il permesso|con l[’']autorizzazione|su autorizzazione|per cortesia|si ringrazia)(?: di| del| della| dell[’'])?",
  filler: 'è|stat[oa]|è stat[oa]|e|qui|viene|sono|anche qui|nota:',
  when: `(?:il|nel|del|in data|a)*\\s*DATE|in (?:lingua )?LANGUAGE|con il titolo,? ${QUOTED_TITLE}|in (?:una )?(?:forma|versione) (?:leggermente )?(?:diversa|ridotta|più lunga)`,
  at: "su|sul|sulla|sullo|sull[’']|in|nel|nella|nello|nell[’']|presso|per",
  by: "da|dal|dalla|dallo|dall[’']",
  source: "da|dal|dalla|dallo|dall[’']|di|del|della|dell[’']",
  issue:
    "(?:il |l[’'])?(?:numero|edizione)(?: [^ ,.;]+){0,4}? (?:di |del |della |dell[’'])|(?:sito(?: web)?|blog) (?:di |del |della |dell[’'])|(?:libro|volume) ",
  lowerCaseNames: true,
}

export const PORTUGUESE: CreditGrammar = {
  work: '(?:este|esta|esse|essa|o presente|a presente) (?:artigo|texto|reportagem|entrevista|coluna|matéria|crónica|crônica|ensaio|análise|notícia|conteúdo|post|história|publicação|peça)',
  loose:
    '(?:(?:o|a|um|uma) )?(?:artigo|texto|reportagem|entrevista|coluna|matéria|crónica|crônica|ensaio|análise|notícia|conteúdo|post|história)',
  version:
    '(?:uma|a) (?:primeira )?versão (?:[\\p{L}]+ )?(?:deste|desta|do) (?:artigo|texto|ensaio|reportagem)|(?:o )?(?:artigo|texto) original|o original|a versão original',
  signed: ' (?:de|escrit[oa] por|por) [^.;:]{3,50}?(?= (?:foi|saiu|apareceu))',
  first:
    'originalmente|pela primeira vez|primeiro|primeiramente|inicialmente|em primeira mão|anteriormente|originariamente',
  appeared: 'publicad[oa]s?|apareceu|saiu|publicou-se|divulgad[oa]|veiculad[oa]|editad[oa]',
  again:
    'reproduzid[oa]s?|republicad[oa]s?|extraíd[oa]s?|retirad[oa]s?|traduzid[oa]s?|tirad[oa]|cedid[oa]|compartilhad[oa]',
  given: 'produzid[oa]|fornecid[oa]|elaborad[oa]',
  readOriginal:
    '(?:leia|ler|veja|ver|acesse|aceda a|confira)(?: aqui)? (?:o |a )?(?:artigo|texto|matéria|reportagem|publicação|versão)? ?original',
  permission:
    '(?:(?:publicad[oa]|reproduzid[oa]) )?(?:aqui )?(?:com (?:a )?(?:devida )?(?:autorização|permissão)|por cortesia|cortesia|por gentileza)(?: d[eoa]s?)?',
  filler: 'foi|é|e|aqui|se|está|ser|sido|tem|nota:',
  when: `(?:em|no dia|a|de|n[oa])*\\s*DATE|em LANGUAGE|(?:com|sob) o título(?: de)?,? ${QUOTED_TITLE}|sob licença[^,.;]{0,40}?(?=,| por| em| no)`,
  at: 'em|no|na|nos|nas|para',
  by: 'por|pelo|pela|pelos|pelas',
  source: 'de|do|da|dos|das',
  issue:
    '(?:(?:a |o )?(?:edição|número)(?: [^ ,.;]+){0,4}? (?:de |da |do ))|(?:site|blog|portal|página) (?:de |da |do )',
  lowerCaseNames: true,
}
