import { LOCALES } from '@/lib/i18n/locales'
import { countryName } from '@/lib/people/country.rules'
import { COUNTRY_CODES } from '@/lib/people/country-list.rules'
import { countryOfWord } from '@/lib/people/demonym.rules'
import { type Finder, listed, makeFinder } from './finder.rules'
import { NOT_KNOWN } from './heading.rules'

/** Names that tables use beside those of the platform, folded. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AE: 'emirats|emirats arabes|emiraten|emirate|uae',
  BE: 'belgique|belgie|belgium|belgien|belge|belg',
  BF: 'burkina|haute volta',
  BY: 'belarus|bielorussie|wit rusland|weissrussland',
  CD: 'rdc|drc|drk|dr congo|rd congo|rep dem congo|rep dem du congo|republique democratique du congo|democratische republiek congo|democratic republic of the congo|demokratische republik kongo|zaire|congo kinshasa|congo rdc|congo rd|congo kin|kinshasa',
  CF: 'rca|car|centrafrique|republique centrafricaine|centraal afrika',
  CG: 'congo brazzaville|congo brazza|congo braz|brazzaville|republique du congo|republiek congo|republic of the congo|republik kongo',
  CI: 'ivory coast|cote d ivoire|cote ivoire|rci|ivoorkust|elfenbeinkuste',
  CN: 'chine populaire|rpc|prc',
  CZ: 'tchequie|tsjechie|czech republic|republique tcheque',
  ER: 'eritrea|erythree',
  GB: 'uk|united kingdom|royaume uni|angleterre|verenigd koninkrijk|engeland|england',
  GN: 'guinee conakry|guinea conakry|guinea|guinee|conakry|republique de guinee',
  GQ: 'guinee equatoriale|equatoriaal guinea|equatorial guinea',
  GW: 'guinee bissau|guinea bissau|bissau',
  IR: 'iran|perse',
  KR: 'coree du sud|zuid korea|south korea|sudkorea',
  MK: 'n macedonie|n macedonia|n macedoine|macedoine|macedonie|macedonia|fyrom|macedoine du nord',
  MM: 'birmanie|burma|birma',
  PS: 'palestine|palestina|palastina|territoires palestiniens|gaza|cisjordanie',
  RU: 'russische fed|federation russe|russia|russie|rusland|federation de russie|russian federation|russische federatie|federation russe',
  SA: 'arabie saoudite|saoedi arabie|saudi arabia|saudi arabien',
  SY: 'syria|syrie|syrian arab republic|republique arabe syrienne|arabische republiek syrie',
  TR: 'turkey|turquie|turkije|turkiye|tr',
  US: 'usa|etats unis|verenigde staten|united states',
  VN: 'vietnam|viet nam',
  statelessSaid: 'stateless|apatride|staatloos|staatenlos|sans nationalite|xxa',
  undetermined: 'indetermine|indeterminee|onbepaald|undetermined|unbestimmt|xxx',
  notKnown: NOT_KNOWN,
}

/** ISO 3166-1 alpha-3 as lists of the authorities use them, with XK as its users write it. */
const ALPHA_3 =
  `AFG AF ALB AL DZA DZ AGO AO ARG AR ARM AM AZE AZ BGD BD BLR BY BEN BJ BOL BO BIH BA BRA BR BGR BG BFA BF BDI BI KHM KH
CMR CM CPV CV CAF CF TCD TD CHL CL CHN CN COL CO COM KM COG CG COD CD CIV CI CUB CU DJI DJ DOM DO ECU EC EGY EG SLV SV GNQ GQ ERI ER
ETH ET GAB GA GMB GM GEO GE GHA GH GIN GN GNB GW HTI HT HND HN IND IN IDN ID IRN IR IRQ IQ ISR IL JAM JM JOR JO KAZ KZ KEN KE XKX XK
RKS XK KWT KW KGZ KG LAO LA LBN LB LBR LR LBY LY MKD MK MDG MG MWI MW MLI ML MRT MR MUS MU MEX MX MDA MD MNG MN MNE ME MAR MA MOZ MZ
MMR MM NPL NP NIC NI NER NE NGA NG PAK PK PSE PS PER PE PHL PH ROU RO RUS RU RWA RW SAU SA SEN SN SRB RS SLE SL SOM SO ZAF ZA SSD SS
LKA LK SDN SD SYR SY TJK TJ TZA TZ THA TH TGO TG TUN TN TUR TR TKM TM UGA UG UKR UA ARE AE GBR GB USA US UZB UZ VEN VE VNM VN YEM YE
ZMB ZM ZWE ZW AUT AT BEL BE CAN CA CYP CY CZE CZ DEU DE DNK DK ESP ES EST EE FIN FI FRA FR GRC GR HRV HR HUN HU IRL IE ITA IT JPN JP KOR KR
LTU LT LUX LU LVA LV MLT MT NLD NL NOR NO POL PL PRT PT SUR SR SVK SK SVN SI SWE SE`.split(/\s+/)
const alpha3 = ALPHA_3.flatMap((code, index): [string, string][] =>
  index % 2 === 0 ? [[code, ALPHA_3[index + 1] ?? '']] : [],
)

/** One word, two states: no rule may choose, so a person does. */
const TWO_STATES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:congo|kongo|congol\S{0,5}|kongol\S{0,6})$/u, ['CD', 'CG']],
  [/^(?:coree|korea|coreen\S{0,3}|korean\S{0,4}|koreaan\S{0,2})$/u, ['KR', 'KP']],
  [/^(?:tchetchen\S{0,4}|chechen\S{0,4}|tsjetsjeen\S{0,3}|tschetschen\S{0,5}|tsjetsjenie)$/u, ['RU']],
]
/** "Congolais de RDC": the word beside it says which of two. */
const withQualifier = (folded: string): string | null => {
  if (!/\b[ck]ongo/u.test(folded)) return null
  if (/\b(?:rdc|drc|rd|dr|dem\S*|kin|kinshasa)\b/u.test(folded)) return 'CD'
  return /\bbrazza/u.test(folded) ? 'CG' : null
}
/** Words around a nationality that say nothing of which. */
const AROUND =
  /\b(?:nationalite|nationality|nationaliteit|nationale?|staatsangehorigkeit|staatsburger|origine|origin|afkomst|citoyen|citizen|burger|republique|republic|republiek|republik|de|du|d|la|le|l|van|von|of|the)\b/gu

let finder: Finder | null = null
/** The country of a cell, in four languages: names of countries, adjectives, codes of two and three letters. */
export const countryFinder = (): Finder => {
  finder ??= makeFinder(
    [
      ...listed(OTHER_NAMES),
      ...alpha3,
      ...COUNTRY_CODES.flatMap((code) =>
        [code, ...LOCALES.codes.map((locale) => countryName(code, locale))].map((word): [string, string] => [
          word,
          code,
        ]),
      ),
    ],
    {
      likely: (folded) => TWO_STATES.find(([pattern]) => pattern.test(folded))?.[1] ?? [],
      others: (folded) => [folded.replace(AROUND, ' ').replace(/\s+/gu, ' ').trim()],
      derive: (folded) => withQualifier(folded) ?? countryOfWord(folded.replaceAll(' ', '-')),
    },
  )
  return finder
}
