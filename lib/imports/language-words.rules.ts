import { LOCALES } from '@/lib/i18n/locales'
import { languageName } from '@/lib/people/country.rules'
import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { type Finder, listed, makeFinder } from './finder.rules'
import { NOT_KNOWN } from './heading.rules'

/** Names of languages that tables use beside those of the platform, and their codes of three letters, folded. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  aa: 'afar',
  am: 'amharique|amhaars|amharic|amharisch|amarique|amh',
  ar: 'arabe|arab|arabe darija|arabe tchadien|chadian arabic|hassanya|hassaniya|hassania|arabisch darija|arabisch|arabic|darija|arabe marocain|ara|arb',
  az: 'azeri|azerbaidjanais|azerbeidzjaans',
  bas: 'bassa|basaa',
  bin: 'bini',
  bm: 'bambara|bamanan|bam',
  bn: 'bengali|bengalais|bengaals|bangla|ben',
  bo: 'tibetain|tibetaans|tibetan|tibetisch',
  bs: 'bosnisch|bosnian|bosniaque|bosniaaks',
  ce: 'tchetchene|tsjetsjeens|chechen|tschetschenisch',
  ckb: 'sorani|kurdish sorani|kurde sorani|koerdisch sorani|kurdisch sorani',
  de: 'duits|allemand|german|deutsch|deu|ger',
  dyu: 'dioula|jula|dyula|dioela|juula',
  ee: 'ewe|mina|evhe',
  en: 'anglais|engels|english|englisch|eng|ang|angl',
  es: 'espagnol|spaans|spanish|spanisch|spa|castillan',
  fa: 'farsi|persan|perzisch|persian|persisch|fas|per',
  fan: 'fang',
  ff: 'peul|peulh|poular|pular|pulaar|poulaar|pulaar peul|peul pulaar|fulani|fulfulde|fula|fulah|foula|foulah|foulbe|ful',
  fon: 'fon|fongbe',
  fr: 'fr|francais|frans|french|franzosisch|fra|fre',
  ha: 'haoussa|hausa|hau',
  ht: 'creole haitien|haitian creole|haitiaans creools|kreyol|haitien',
  hy: 'armenien|armeens|armenian|armenisch',
  ka: 'georgien|georgisch|georgian|kat|geo',
  kea: 'creole portugais|creole capverdien|kriolu|crioulo|portuguese creole|cape verdean creole|portugees creools|kaapverdisch creools',
  kg: 'kikongo|kongo|kituba|lari',
  kri: 'krio',
  ku: 'kurmanji|kurmandji|kurmanci|kurde|koerdisch|kurdish|kurdisch|kurde kurmanji|koerdisch kurmanji|kur',
  ky: 'kirghize|kirghiz|kirgizisch|kyrgyz|kirgisisch',
  lg: 'ganda',
  ln: 'lingala|lin',
  lua: 'tshiluba|ciluba|luba',
  man: 'malinke|mandinka|mandingue|mandingo|maninka|mandinga|maninkakan',
  mn: 'mongol|mongools|mongolian|mongolisch',
  mos: 'moore|mossi|more',
  ne: 'nepali|nepalais|nepalees',
  nl: 'neerlandais|nederlands|dutch|niederlandisch|flamand|vlaams|nld',
  om: 'oromo|afaan oromo|oromifa|oromiffa',
  pa: 'pendjabi|punjabi|panjabi',
  pcm: 'pidgin|pidgin english|pidgin anglais|pidgin engels|broken english',
  pl: 'polonais|pools|polish|polnisch',
  prs: 'dari|dari persan|afghan persian',
  ps: 'pachto|pachtou|pachtoune|pashto|pashtu|pashtou|pasjtoe|pashtoe|paschtu|pastu|pus|pst',
  pt: 'portugais|portugees|portuguese|portugiesisch|por',
  rif: 'tarifit|rifain|riffijns|riffian|rif',
  rn: 'kirundi|rundi',
  ro: 'roumain|roemeens|romanian|rumanisch|moldave|ron',
  rom: 'romani|romanes|tsigane|rom|roma|romany',
  ru: 'russe|russ|russisch|russian|rus',
  rw: 'kinyarwanda|rwanda',
  sn: 'shona',
  snk: 'soninke|sarakole|sarakhole|soninkee',
  so: 'somali|somalisch|somalien|somalie|som|maay',
  sq: 'albanais|albanees|albanian|albanisch|sqi|alb',
  sr: 'serbe|servisch|serbian|serbisch|srp',
  sus: 'soussou|susu|soesoe|soso',
  sw: 'swahili|kiswahili|swa|souahili',
  ta: 'tamoul|tamil',
  ti: 'tigrinya|tigrigna|tigrinja|tigrina|tigrynia|tir',
  tl: 'filipino|filipijns|philippin',
  tr: 'turc|turks|turkish|turkisch|tur',
  tw: 'twi|akan|ashanti|asante',
  uk: 'ukrainien|oekraiens|ukrainian|ukrainisch|ukr',
  ur: 'ourdou|urdu|oerdoe|urd',
  uz: 'ouzbek|oezbeeks|usbekisch|uzbek',
  vi: 'vietnamien|vietnamees|vietnamese|vie',
  wo: 'wolof|ouolof|wol',
  zgh: 'berbere|berbers|berber|tamazight|amazigh|tamazigh',
  zh: 'chinese|chinois|chinees|mandarin|chinesisch|zho|mandarijn|mandarin chinese|mandarin chinois|hochchinesisch',
  not_known: NOT_KNOWN,
}
/** Words around a language that say nothing of which. */
const AROUND =
  /\b(?:langue|langues|maternelle|parle|spreekt|speaks|spricht|moedertaal|muttersprache|mother|tongue|taal|sprache|courant|vloeiend|fluent|fliessend|notions?|un|peu|beetje|wat|weinig|etwas|wenig|some|little|quelques|mots|een|a|bit|bon|bonne|goed|good|gut|tolk|nodig|interprete|besoin|interpreter|needed|dolmetscher|comprend|begrijpt|understands|versteht|le|la|du)\b/gu

let finder: Finder | null = null
/** The language of a cell in four languages. */
export const languageFinder = (): Finder => {
  finder ??= makeFinder(
    [
      ...LANGUAGE_CODES.map((code): [string, string] => [code, code]),
      ...listed(OTHER_NAMES),
      ...LANGUAGE_CODES.flatMap((code) =>
        LOCALES.codes.map((locale): [string, string] => [languageName(code, locale), code]),
      ),
    ],
    { others: (folded) => [folded.replace(AROUND, ' ').replace(/\s+/gu, ' ').trim()] },
  )
  return finder
}
