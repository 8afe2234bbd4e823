import { countryName, languageName } from './country.rules'

// The lists stand apart from the names (country.rules.ts): most pages say a country and let no one choose one.

/** ISO 3166-1 alpha-2, all officially assigned codes, with PS for Palestine, and XK, which CLDR and the lists of safe countries use for Kosovo. */
export const COUNTRY_CODES: readonly string[] =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD
CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF
GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s+/)

/** The countries among the nationalities of people, each once; what no list of countries knows is left out. */
export const countriesOf = (
  people: readonly { readonly nationalities: readonly { readonly country: string }[] }[],
): string[] => [
  ...new Set(
    people
      .flatMap(({ nationalities }) => nationalities.map(({ country }) => country))
      .filter((country) => COUNTRY_CODES.includes(country)),
  ),
]

/** Languages heard in closed centres and reception, by ISO 639 code; the list is a help for typing, not a limit. */
export const LANGUAGE_CODES: readonly string[] =
  `aa am ar az bas bin bm bn bo bs ce ckb de din dje dyo dyu ee el en es fa fan ff fon fr gez guz ha hi hr ht hy ig it ka kea kg kmr kn kri
ku ky lg ln lua man mg mk ml mn mos mr ne nl ny om pa pcm pl prs ps pt rif rn ro rom ru rw sh si sn snk so sq sr sus sw ta te ti tk tl tr
tw uk ur uz vi wo xog yo zgh zh zu`.split(/\s+/)

/** Those that colleagues of this work speak most, for a choice that fits on a page. */
export const WORKING_LANGUAGES: readonly string[] =
  'am ar de dje en es fa ff fr hy ka ku nl ps pt ru so sq ti tr uk ur zh'.split(' ')

export type NamedCode = { readonly code: string; readonly name: string }
const sorted = (
  codes: readonly string[],
  toName: (code: string, locale: string) => string,
  locale: string,
): NamedCode[] =>
  codes
    .map((code) => ({ code, name: toName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))

/** The whole list for a choice, in the order of the language it is read in. */
export const countryChoices = (locale: string): NamedCode[] => sorted(COUNTRY_CODES, countryName, locale)
export const languageChoices = (locale: string): NamedCode[] => sorted(LANGUAGE_CODES, languageName, locale)
