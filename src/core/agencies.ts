// Who writes for others to print: news agencies, which are credited by their bare name, and large outlets whose articles
// are often carried elsewhere, which are known by name where a line has no verb ("By Jane Roe, ProPublica").

/** Each line one agency, its names between bars. Spelled as agencies spell themselves: `AP` is one, `ap` is not. */
const AGENCY_NAMES: readonly string[] = [
  'AP|Associated Press|The Associated Press|AP News',
  'Reuters|REUTERS|Thomson Reuters|Thomson Reuters Foundation|رويترز|ロイター|ロイター通信|路透社|로이터|Рейтер',
  'AFP|AFP-Services|Agence France-Presse|Agence France Presse|أ ف ب|فرانس برس|法新社|AFP通信',
  'dpa|DPA|dpa-AFX|dpa-infocom|Deutsche Presse-Agentur|Deutsche Presse Agentur',
  'AFX|ots|epd|KNA|sid|SID|APA|APA-OTS|sda|SDA|Keystone-SDA|ATS|Keystone-ATS',
  'EFE|Agencia EFE|Europa Press|EUROPA PRESS|Notimex|NOTIMEX|Télam|TELAM|Prensa Latina|ACN|ACI Prensa',
  'ANSA|Agenzia ANSA|Adnkronos|ADNKRONOS|AGI|LaPresse|askanews|Askanews|Italpress|ITALPRESS|Dire',
  'Lusa|LUSA|Agência Lusa|Agência Brasil|Estadão Conteúdo|Folhapress|FOLHAPRESS',
  'ANP|Belga|BELGA|TT|NTB|Ritzau|RITZAU|STT|FNB|BNS|LETA|ELTA|PAP|ČTK|ČTK/ČN|TASR|SITA|MTI|Agerpres|Mediafax|BTA|STA|Hina|HINA|Tanjug|Beta',
  'TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|РИА Новости|РИА «Новости»|RIA Novosti|Интерфакс|ИНТЕРФАКС|Interfax|Укринформ|Ukrinform|УНИАН|Interfax-Ukraine|БелТА|Казинформ',
  'AA|Anadolu|Anadolu Ajansı|Anadolu Agency|DHA|İHA|IHA|ANKA|الأناضول|Demirören Haber Ajansı|İhlas Haber Ajansı',
  'Xinhua|新华社|新華社|中新社|中新网|中新網|中央社|中國新聞社|中国新闻社|China News Service|شينخوا|CNA|Focus Taiwan',
  'Kyodo|Kyodo News|共同|共同通信|時事|時事通信|Jiji|Jiji Press|JIJI|Yonhap|Yonhap News Agency|연합뉴스|뉴시스|뉴스1|Newsis|KCNA',
  'PTI|Press Trust of India|ANI|IANS|UNI|APP|BSS|UNB|Antara|ANTARA|Bernama|BERNAMA|VNA|Vietnam News Agency|PNA|TNA',
  'UPI|United Press International|PA|PA Media|Press Association|AAP|Australian Associated Press|RNZ|CP|The Canadian Press|Canadian Press|La Presse canadienne|La Presse Canadienne',
  'MENA|أ ش أ|وام|واس|WAM|SPA|Petra|KUNA|QNA|IRNA|NAN|News Agency of Nigeria|SANA|SAnews|APS|TAP|MAP|واع|سانا|قنا|كونا|بترا|أ.ف.ب',
  'dts|dts Nachrichtenagentur|Bloomberg|Bloomberg News|Dow Jones|Dow Jones Newswires|RTTNews|CNW|Inter Press Service|IPS|AllAfrica',
  'PRNewswire|PR Newswire|PRNewswire-PRWeb|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|GlobeNewswire|ACCESSWIRE|ACCESS Newswire|Newsfile Corp.|EIN Presswire|EINPresswire.com|PRWEB|Newswire',
]

/** Outlets that let others carry their articles, or that syndicate them. */
const OUTLET_NAMES: readonly string[] = [
  'ProPublica|The Conversation|KFF Health News|Kaiser Health News|KHN|Stateline|Grist|Inside Climate News|The Marshall Project|The 19th|The 19th News|CalMatters|The Texas Tribune|Texas Tribune|States Newsroom|Mongabay|Undark|Undark Magazine|Knowable Magazine|Quanta|Quanta Magazine|Chalkbeat|The Hechinger Report|Hechinger Report|Bellingcat|openDemocracy|Common Dreams|Capital & Main|High Country News|Yale Environment 360|Carbon Brief|Climate Home News|The Center Square|Nexstar|NewsNation|Nexstar Media Wire|StudyFinds|Zenger|Zenger News|Stacker|Tribune News Service|TNS|CNN Newsource|CNN Wire|The-CNN-Wire|ABC News|CBS News|NBC News|Fox News|FOX News|CNN|NPR|PBS NewsHour|VOA|Voice of America|RFE/RL|Radio Free Europe|Radio Free Asia|RFA|BBC|BBC News|Deutsche Welle|DW|RFI|France 24|Euronews|Al Jazeera|Sky News|ITV News|Channel 4 News|SWNS|Local Democracy Reporting Service|LDRS|Project Syndicate|Global Voices|The New Humanitarian|IRIN|SciDev.Net|EurekAlert!|EurekAlert|ScienceDaily|MedPage Today|HealthDay|HealthDay News|Live Science|Space.com|The Hill|Politico|POLITICO|Axios|Vox|Slate|Wired|WIRED|The Verge|TechCrunch|Ars Technica|The Atlantic|The New Yorker|Vanity Fair|Mother Jones|The Nation|Reveal|The Intercept|The Guardian|Guardian|The Observer|The Independent|The Telegraph|The Times|Financial Times|FT|The Economist|The New York Times|New York Times|NYT|The Washington Post|Washington Post|The Wall Street Journal|Wall Street Journal|WSJ|Los Angeles Times|The Los Angeles Times|Chicago Tribune|The Boston Globe|USA Today|USA TODAY|McClatchy|Newsweek|Time|TIME|Forbes|Fortune|Business Insider|Insider|Kiplinger|The Motley Fool|Motley Fool|Benzinga|Zacks|Seeking Alpha|MarketWatch|CNBC|Barron’s|Quartz|ZeroHedge|Zero Hedge|The Epoch Times|Daily Caller News Foundation|The Daily Caller News Foundation|The Canary|Novara Media|Jacobin|Truthout|Consortium News|Military Times|Stars and Stripes|Defense One|Caixin|Nikkei|Nikkei Asia|South China Morning Post|SCMP|The Straits Times|Haaretz|The Times of Israel|JTA|Jewish Telegraphic Agency|Religion News Service|RNS|Catholic News Agency|Catholic News Service|OSV News|Baptist Press|Outdoor Life|Eater|Architectural Digest|Bon Appétit',
  'Die Zeit|DIE ZEIT|ZEIT|ZEIT ONLINE|Der Spiegel|DER SPIEGEL|SPIEGEL|taz|Süddeutsche Zeitung|FAZ|Die Welt|NZZ|Neue Zürcher Zeitung|Correctiv|CORRECTIV|netzpolitik.org|Telepolis|heise online|Le Monde|Le Figaro|Libération|Mediapart|Courrier international|El País|EL PAÍS|El Mundo|elDiario.es|La Repubblica|Corriere della Sera|Internazionale|Folha de S.Paulo|Público|De Correspondent|de Volkskrant|NRC|Aftonbladet|Dagens Nyheter|Meduza|Медуза|Коммерсантъ|Коммерсант|朝日新聞|読売新聞|毎日新聞|人民日报|人民日報|澎湃新闻|财新|财新网|央视新闻|环球时报|الجزيرة|بي بي سي|سكاي نيوز|العربية',
]

const namesIn = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split('|'))
const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
const longestFirst = (names: readonly string[]): string =>
  names
    .toSorted((one, other) => other.length - one.length)
    .map(escape)
    .join('|')

/** Sources of regular expressions, for flags without `i`: an agency's name is told from a word by its capitals. */
export const AGENCY = `(?:${longestFirst(namesIn(AGENCY_NAMES))})(?![\\p{L}\\p{N}])`
export const KNOWN_OUTLET = `(?:${longestFirst(namesIn([...AGENCY_NAMES, ...OUTLET_NAMES]))})(?![\\p{L}\\p{N}])`

const AGENCIES: ReadonlyMap<string, number> = new Map(
  AGENCY_NAMES.flatMap((line, index) => line.split('|').map((name): [string, number] => [name, index])),
)
const KNOWN: ReadonlySet<string> = new Set(namesIn([...AGENCY_NAMES, ...OUTLET_NAMES]))
const bare = (name: string): string => name.toLowerCase().replace(/^the\s/u, '')
const KNOWN_BARE: ReadonlySet<string> = new Set([...KNOWN].map(bare))

export const isAgency = (name: string): boolean => AGENCIES.has(name)

/** Whether a name is an agency's or a large outlet's, whatever its capitals where it is longer than an abbreviation. */
export const isKnownOutlet = (name: string): boolean =>
  KNOWN.has(name) || (name.length > 4 && KNOWN_BARE.has(bare(name)))

/** Other names of the same agency, for the first lines of the table, which hold one agency each. */
export function otherNames(name: string): readonly string[] {
  const line = AGENCIES.get(name)
  return line === undefined || line > 3 ? [] : (AGENCY_NAMES[line] ?? '').split('|')
}
