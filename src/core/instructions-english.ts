import type { OrderGrammar } from './instructions-grammar.ts'

const TELL =
  '(?:say|state|write|reply|respond|answer|output|print|summari[sz]e|describe|recommend|praise|rate|rank|give|include|mention|add|tell|translate|claim|call|treat|consider|ignore|disregard|forget|repeat|cite|quote|return|conclude|emphasi[sz]e|highlight|promote|insert|append|execute|approve|score|present|obey|pretend|act|omit|list|avoid|report(?= that)|leave(?= out)|(?:end|begin|start|finish|close)(?= (?:every|each|all|any|your|with)))'
const SOFTENER =
  "(?:(?:please|kindly|always|never|only|now|also|just|then|do not|don[’']t|you must|you should|make sure to) )*"
const ORDER = `${SOFTENER}${TELL}~`
const HERE =
  '(?:~this (?:article|page|text|site|website|document|post|story|product|company|section|paragraph|content|paper|manuscript|submission|cv|resume|candidate)|~the (?:section|text|paragraph|article|page|following)(?: \\p{L}+)? (?:below|above)|~below~|~on this page)'
/** What headlines about such programs do not go on with: "AI: act now or regret it". */
const FOR_PROGRAMS = '(?:summari[sz]e|recommend|disregard|ignore|rank|rate|cite|mention|promote|obey)'
const OURS =
  '~(?:our|us|your (?:summary|answer|output|response|reply|users?)|the user|highest|instructions?)~'
const EARLIER = '(?:previous|prior|earlier|preceding|above|foregoing|former|original|initial|existing|your)'
const RULES =
  '(?:instructions?|prompts?|rules?|directives?|commands?|orders?|guidelines?|directions?|programming|training|messages|context|guardrails|restrictions)'

export const ENGLISH: OrderGrammar = {
  clauseStart: 'and|then|please|so|but|first',
  hint: '~(?:(?:ai|llms?|gpts?|claude|gemini|copilot|grok|bots?|assistants?|users?|prompts?|ignore|disregard|forget|override|bypass)~|a\\.i\\.|artificial|chat ?gpt|deepseek|chat ?bot|language model|summar|instruction|system(?: \\w+)* ?[\\])>]*:|from now on|you are now|no longer bound|pretend to be|act as an?~|your (?:\\w+ )?(?:prompt|output|response|reply|answer)|asked about this)|#{2} ?\\w+ ?:',
  ai: '(?:(?:large |small |generative )?language models?|artificial intelligences?|ai|a\\.i\\.|llms?|chat ?gpt|gpts?|claude|gemini|copilot|grok|deepseek|chat ?bots?|(?:virtual |automated |digital )?assistants?|bots?|summari[sz]ers?|search engines?|crawlers?)(?:[ -](?:assistants?|models?|systems?|agents?|tools?|bots?|programs?|crawlers?|summari[sz]ers?|readers?|reviewers?|referees|graders?|recruiters|engines?|search|chat ?bots?))*',
  orders: [
    `START(?:please |now |just |must |you (?:must|should|will|shall|can|have to|need to) |first )*(?<!~(?:said|says|reads?|wrote|writes|typed|added) ?[:,] ?["“]*)(?:ignore|disregard|forget|override|bypass|discard|abandon|pay no attention to|do not follow) (?:(?:all|any|every|each|of|the|these|those|my|our|about|everything|and|absolutely) )*${EARLIER} (?:[\\p{L}-]+ ){0,3}?${RULES}~`,
    `START(?:please |now )*(?:ignore|disregard|forget) (?:all|any) (?:of )?(?:the |these |those |other )*${RULES} (?:above|before|you (?:were|have been|got|received)|that (?:were|was|you (?:were|have)|came))`,
    'START(?:please |now )*(?:ignore|disregard|forget) (?:everything|all|anything)(?: (?:that|which|is|was|has been|came|comes|stands|written|said|stated|else))* (?:above|before (?:this|now)|prior to this|so far|previously)~',
    "~(?:if|since|because|as|when) you(?: a|[’']?)re (?:an? |any )?(?:[\\p{L}-]+ ){0,2}?AI~(?= ?(?:$|[,:;(—–-])| (?:reading|that|which|then|please|processing|parsing|crawling|scanning|trained|tasked|asked|you)~)",
    '~as an? (?:[\\p{L}-]+ ){0,2}?AI,? you (?:must|should|will|are|have to|need to|shall)~',
    `^[^\\p{L}]*(?:(?:important|urgent|attention|note|notice|message|memo|reminder|warning|(?:new |special )?instructions?|hint|request|dear|hey|hi|hello)[ ,:!-]+)+(?:(?:to|for|all|any|every|the|our|dear|other) )*AI~(?:[^:.!?]{0,60}?)[:,!–—] ?(?:(?:important|note|attention)[:,!] ?)?${ORDER}`,
    `^[^\\p{L}]*(?:(?:to|for|all|any|every|the|our|dear|other) )*AI~(?:[^:.!?]{0,60}?)[:!–—] ?${SOFTENER}(?:${FOR_PROGRAMS}~|${TELL}~…(?:${HERE}|${OURS}))`,
    `^[^\\p{L}]*AI,? (?:please|you must|you should) ${TELL}~`,
    '^[^\\p{L}]*(?:(?:note|attention|message|instructions?|notice|warning|dear|hey|to|important|urgent)[ ,:!-]+)+(?:(?:to|for|all|any|every|the) )*AI~[^:.!?]{0,60}[:,!–—]…~(?:you (?:must|should|are|will|shall|have to|need to)|your (?:user|summary|answer|reply|response|output|instructions))~',
    `~AI~…~(?:must|should|shall|will|may|(?:is|are) (?:asked|required|instructed|requested|ordered|told) to|have to|need to)~(?: not| never| always| only)? ${TELL}~…${HERE}`,
    `~AI~ (?:that (?:read|process|summari[sz]e|parse|visit|answer|discuss|describe|cite|quote)s? |(?:reading|processing|summari[sz]ing|parsing|visiting|crawling|answering|discussing|describing|citing|quoting) )(?:\\p{L}+ ){0,3}?${HERE}…~(?:must|should|shall|will|may|have to|need to)~(?: not| never| always| only)? ${TELL}~`,
    `~(?:when|whenever|while|if|before) (?:you (?:are )?)?(?:asked (?:about|to)|summari[sz]e|summari[sz]ing|describing|translating|discussing|answering|quoting|citing|processing|analy[sz]ing)…${HERE}[,:]? ?${ORDER}`,
    '~your (?:[\\p{L}-]+ )?(?:summary|output|response|reply|answer|translation)s? (?:must|should|shall|has to|needs to|will) (?:always |only |not )*(?:contain|include|say|state|begin|start|end|mention)…(?:["“«‘]|~(?:the|this|these) (?:exact )?(?:words?|sentence|phrase|link|text|following)~)',
    "~(?:do not|don[’']t|never) (?:mention|include|reveal|say|repeat|refer)~…~in your (?:summary|answer|response|output|reply)~",
    '~you are now (?:an? |the |in |acting as |called )?(?:[\\p{L}-]+ ){0,3}?(?:ai|assistant|bot|dan|model|pirate|unrestricted|jailbroken|persona|developer mode)~',
    '~you are no longer (?:an? |bound|restricted|limited|required)~…~(?:rules?|instructions?|guidelines?|restrictions?|ai|assistant|model)~',
    '~from now on,? you (?:will |must |should |shall |only |always |are to )*(?:answer|respond|reply|speak|say|act|write|output|obey|translate|summari[sz]e)~',
    'START(?:please |now )*(?:pretend to be|act as|behave (?:as|like)|respond as|roleplay as|role-play as) (?:if you (?:were|are) )?(?:an? |the )?(?:[\\p{L}-]+ ){0,3}?(?:ai|assistant|model|bot|unrestricted|dan|administrator|jailbroken)~',
    '^[^\\p{L}]*(?:system|developer|admin(?:istrator)?|root)(?: (?:message|prompt|override|instruction|note|update|command|notice|alert))* ?[\\])>]*:…~(?:you (?:are|must|will|should|shall|now|only|answer|have to|output|respond|can)|your (?:task|instructions|role|answer|response|summary|new)|the user|ignore|disregard|forget (?:all|your|every)|obey|override)~',
    'START(?:please |now |then |must |you must )*(?:reveal|print|show|output|display|repeat|expose|leak|tell|give|send|share|disclose|reproduce) (?:me |us |back )?(?:all )?(?:of )?your (?:[\\p{L}-]+ )?(?:(?:system|hidden|initial|secret|internal|developer|full) (?:prompts?|instructions|message|rules)|prompts?|api keys?)~',
    "START(?:please |also |and )*(?:do not|don[’']t|never) (?:tell|inform|alert|warn|reveal to|mention to|let) (?:the|your) users?~(?! (?:of|who)~)",
    '~tell your users? (?:that|to|about)~',
    'START(?:please |now )*stop (?:summari[sz]ing|translating|answering)~…~(?:tell|say|write|reply|respond|output|print)~',
    '#{2,} ?(?:instructions?|response|system|input|assistant|user|human) ?:',
  ],
}

/** How a sentence begins that goes on with the order before it. */
export const GOES_ON = new RegExp(
  `^[^a-z]*${ORDER.replaceAll('~', '\\b')}|\\byou (?:must|should|will|shall|have to|need to)\\b`,
)

/** The commonest order without any space: what is left of one whose letters were spaced out. */
export const SQUEEZED =
  /(?:ignore|disregard|forget)(?:all)?(?:of)?(?:the|your|my)?(?:previous|prior|above|earlier)?(?:instructions|prompts|rules)/u
