// Marks that mean something to a model or to the servers in front of it: our own, with which a prompt numbers passages
// and fences the article in, and those with which the chat templates of the common model families part turns and roles.
// A text that holds one either speaks of such things or wants to pose as what stands around it.

/** `[P3]` in any brackets: written by us it names a passage, written by the page it would pose as one. */
export const PASSAGE_MARK = /[[［【〔⟦〚﹝❲]\s*([PＰ]\s*\p{Nd}+)\s*[\]］】〕⟧〛﹞❳]/giu

/**
 * Names that such marks hold in angle brackets. ChatML, Llama 3, Phi, GLM, Harmony and Command R write `<|name|>`,
 * DeepSeek `<｜name｜>`, Llama 2 and Mistral `<s>` and `<<SYS>>`, Gemma `<start_of_turn>`, reasoning and tool models
 * `<think>` and `<tool_call>`; prompts in XML use the names of the roles.
 */
const ANGLED =
  'think(?:ing)?|s|bos|eos|eod|pad|unk|sop|eop|cls|sep|mask|(?:start|end)_of_\\w+|tool_?(?:call|response|result|use)s?|tools|invoke|function_?(?:call|response|result)s?|functions|extra_id_\\d+|reserved_\\d+|unused\\d+|0x[0-9a-f]{2}|system|user|assistant|human|bot|developer|instructions?|prompt'
/** The `<` of such a mark. */
export const ANGLED_MARK = new RegExp(
  `[<＜﹤](?=\\s*/?\\s*article|\\s*/?\\s*(?:\\w{1,12}:)?(?:${ANGLED})(?![\\p{L}\\p{N}])|\\s*/?\\s*[|｜∣]|[<＜﹤]\\s*/?\\s*SYS)`,
  'giu',
)
/** Llama 2, Mistral, ChatGLM and BERT write theirs in square brackets. */
export const SQUARE_MARK =
  /\[\s*(\/?\s*(?:INST|SYS|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_(?:CALLS|RESULTS|CONTENT)|gMASK|sMASK|CLS|SEP|MASK|BOS|EOS|PAD|UNK|THINK|ARGS|Round\s+\d+))\s*\]/giu

/** The number signs of Alpaca's headings. */
export const HEADED_MARK =
  /#{2,}\s*(?=(?:Instructions?|Response|Input|System|User|Assistant|Human|Question|Answer)\s*[:：])/giu

/** Only what no text about a subject of its own holds: an article on HTML may write `<article>` and `<s>`. */
const FORGED = [
  /[[［【〔⟦〚﹝❲]\s*[PＰ]\s*\p{Nd}+\s*[\]］】〕⟧〛﹞❳]/iu,
  /<\s*\/?\s*article-[0-9a-f]{4,}/iu,
  /^\W*<\s*\/\s*article\s*>(?=[^<]*\p{L}{3})/iu,
  /<\s*[|｜][^<>|｜]{1,40}[|｜]\s*>/u,
  /<\s*\/?\s*system\s*>/iu,
  /<<\s*\/?\s*SYS\s*>>/iu,
  /<\/?(?:start|end)_of_turn>/iu,
  /\[\s*\/?\s*(?:INST|SYSTEM_PROMPT)\s*\]/u,
  // A reply in the form that we ask models for.
  /["“”'„]claims["“”']\s*:\s*\[/iu,
  /["“”'„](?:quote|speaker)["“”']\s*:\s*(?:["“”'„]|null)/iu,
  /["“”'„]status["“”']\s*:\s*["“”'„](?:answered|partly-answered|not-in-article)["“”']/iu,
]

/** Whether these words hold a forged passage mark, the end of our fence, a token of a chat template, or a reply. */
export const holdsForgedMark = (words: string): boolean => FORGED.some((mark) => mark.test(words))
