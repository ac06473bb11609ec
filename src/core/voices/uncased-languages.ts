/** How a language without capitals says who says something. */
export interface UncasedLanguage {
  /** Each with a group `who`: the words of the speaker. Run over one sentence whose quotations are made unreadable. */
  readonly patterns: readonly RegExp[]
  readonly pronoun: RegExp
  readonly document: RegExp
  /** The words of a speaker are no longer than this. */
  readonly longest: number
  readonly isSpaced: boolean
  /** What is said stands behind its verb also in reported speech. */
  readonly saysBefore: boolean
  /** Without times and adverbs around the speaker. */
  clean(who: string): string
  /** The name in these words, titles left out; null where they describe somebody. */
  bareName(who: string): string | null
}

const CHINESE_SAY =
  '(?:说道|表示|声称|宣称|指出|强调|认为|告诉[^，。：:]{1,12}|写道|回应|宣布|透露|警告|补充说|补充道|坦言|批评|呼吁|回答|解释|称|说|問|问|說|稱|強調|認為|宣佈|警告說)(?:道|说|称|說|稱)?'
const CHINESE_TITLE =
  /^.*(?:总统|總統|主席|总理|總理|首相|部长|部長|外长|防长|发言人|發言人|市长|市長|局长|司长|议员|議員|教授|主任|大使|秘书长|书记|院长|校长|经理|总裁|董事长|记者|專家|专家|工程师|船长|女士|先生|博士|代表|领导人|律师)(?=\p{Script=Han}{2,4}$|\p{Script=Han}+·)/u
const CHINESE_DESCRIPTION =
  /(?:发言人|發言人|官员|官員|人士|专家|專家|部长|部長|总统|總統|总理|主席|市长|记者|居民|目击者|工程师|工程師|分析师|负责人|代表|律师|政府|警方|公司|部门|委员会|外交部|国防部|白宫|當局|当局|媒体|学者|们|方面)$/u

const JAPANESE_SAY =
  '(?:述べ|語っ|語り|話し|話す|言っ|言い|指摘し|強調し|説明し|発言し|主張し|訴え|批判し|コメントし|答え|明らかにし|表明し|反論し|書い|書き|警告し|語る|つづっ|投稿し)'

/** Titles in front of an Arabic name, or instead of one. */
const ARABIC_TITLE =
  /^(?:(?:ال)?(?:رئيس|رئيسة|وزير|وزيرة|متحدث|متحدثة|ناطق|مدير|مديرة|سفير|نائب|نائبة|دكتور|دكتورة|أستاذ|سيد|سيدة|عمدة|خبير|مهندس|أمين|جنرال|مسؤول|محلل|زعيم|قائد|كاتب)|العام|الأول|الوزراء|الدفاع|الخارجية|الأمريكي|الأميركي|الروسي|باسم|البلدية|الحكومة|المدينة|الداخلية|الوزارة|في|رئاسة|مجلس)\s+/u

export const UNCASED: Readonly<Record<string, UncasedLanguage>> = {
  zh: {
    patterns: [
      new RegExp(
        `(?<=^|[，。；！？：、”」』\\n ])(?<who>[^，。；：:“”「」、！？\\n]{0,30}?)${CHINESE_SAY}(?=[，,：:“「『。]|$|(?![，。]).)`,
        'gu',
      ),
      /(?<=^|[，。；])[据據](?<who>[^，。；：“”「」]{2,24}?)(?:报道|報導|报导|消息|介绍|透露|称|說|说)/gu,
      /(?<=^|[，。；])(?:根据|根據|按照)(?<who>[^，。；：“”「」]{2,24}?)(?=[，,])/gu,
    ],
    pronoun: /^(?:他|她|他们|她们|它|该发言人)?$/u,
    document: /(?:报告|報告|声明|聲明|公报|文件|社论|报道|調查|调查|研究|信|备忘录|判决书|起诉书)$/u,
    longest: 24,
    isSpaced: false,
    saysBefore: true,
    clean: (who) =>
      who
        .replace(
          /^(?:\d+[日月年时]|今天|昨天|当天|此前|但是?|而|不过|同时|随后|另外|对此|周[一二三四五六日])+/u,
          '',
        )
        .replace(
          /(?:\d+[日月年]|周[一二三四五六日]|星期[一二三四五六日]|今天|昨天|当天|日前|还|也|则|随后|曾|进一步|并|再次|同时|明确|公开|(?:在|于|对|向|就)[^，]*)+$/u,
          '',
        )
        .trim(),
    bareName(who) {
      const name = who.replace(CHINESE_TITLE, '')
      if (CHINESE_DESCRIPTION.test(name)) return null
      return name
    },
  },
  ja: {
    patterns: [
      new RegExp(
        `(?<=^|[。、「」\\n])(?<who>[^、。「」\\n]{1,30}?)(?:は|が|も)(?=[、,]?[^。]{0,200}?(?:と|などと|との考えを|とも)${JAPANESE_SAY})`,
        'gu',
      ),
      /(?<=^|[。、])(?<who>[^、。「」\n]{2,24}?)(?:によると|によれば|の話では)/gu,
      new RegExp(`(?<=」|q)(?<who>)と${JAPANESE_SAY}`, 'gu'),
    ],
    pronoun: /^(?:彼|彼女|同氏|同相|同大統領|同首相)?$/u,
    document: /(?:報告書|声明|発表|調査|文書|書簡|報道|記事|統計|判決|白書)$/u,
    longest: 24,
    isSpaced: false,
    saysBefore: false,
    clean: (who) =>
      who
        .replace(/^(?:これに対し|一方|しかし|また|さらに)/u, '')
        .replace(/\d+日.*$/u, '')
        .trim(),
    bareName(who) {
      const name = who
        .replace(/^.*(?:の|、)(?=[^の]{2,}$)/u, '')
        .replace(
          /(?:氏|さん|大統領|首相|官房長官|外相|防衛相|国防長官|長官|大臣|議員|知事|市長|局長|部長|課長|所長|署長|校長|監督|選手|教授|社長|会長|代表|報道官|船長)$/u,
          '',
        )
      if (
        name.length < 2 ||
        /(?:関係者|担当者|報道官|当局者|専門家|高官|消息筋|省|庁|政府|警察|住民|筋|側|市|会社|技術者|記者)$/u.test(
          name,
        )
      )
        return null
      return name
    },
  },
  ar: {
    patterns: [
      /(?<![\p{L}])[وف]?(?:قالت|قال|أكدت|أكد|أعلنت|أعلن|صرحت|صرّح|صرح|أضافت|أضاف|أوضحت|أوضح|ذكرت|ذكر|أشارت|أشار|اعتبرت|اعتبر|شددت|شدد|كتبت|كتب|حذرت|حذر|يقول|تقول|يرى|رأى)(?:\s+(?<who>(?!إن|أن|إنه|إنها)[^\s:،.«"“]+(?:\s+(?!إن |أن |إنه |إنها |خلال |لوكالة |للصحفيين |في |أمس |اليوم |يوم |إنّ |على )[^\s:،.«"“]+){0,6}))?(?=[\s:،.«"“]|$)(?:\s+(?:إن|أن|إنه|إنها|إنّ))?/gu,
      /(?<![\p{L}])(?:وفق[اً]{1,2}|وفقًا|بحسب|حسب|نقلا عن)\s+ل?(?<who>[^\s:،.«"“]+(?:\s+(?!في |إن |أن )[^\s:،.«"“]+){0,4})/gu,
    ],
    pronoun: /^$/u,
    document: /(?:بيان|تقرير|رسالة|دراسة|وثيقة|استطلاع)/u,
    longest: 60,
    isSpaced: true,
    saysBefore: true,
    clean: (who) => who.trim(),
    bareName(who) {
      let name = who
      for (let turn = 0; turn < 6; turn += 1) name = name.replace(ARABIC_TITLE, '')
      if (
        /^(?:مسؤول|مصدر|مصادر|متحدث|شهود|خبراء|المتحدث|الناطق|ناطق|الحكومة|الوزارة|الشرطة|محللون|سكان)/u.test(
          name,
        )
      )
        return null
      return name
    },
  },
}
