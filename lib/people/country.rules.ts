import { vocabulary } from '@/lib/shared/vocabulary'

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

/** States that were and in which people living now were born, by ISO 3166-3. */
export const FORMER_STATES = vocabulary('people.former-states', ['CSHH', 'CSXX', 'DDDE', 'SUHH', 'YUCS'])

/** Languages heard in closed centres and reception, by ISO 639 code; the list is a help for typing, not a limit. */
export const LANGUAGE_CODES: readonly string[] =
  `aa am ar az bas bm bn bo ce ckb de dje dyo dyu ee el en es fa fan ff fon fr gez guz ha hi hr ht hy ig it ka kea kg kmr kn kri ku ky ln lua mg mk ml man mn mos mr ne
nl ny om pa pl prs ps pt rif rn ro rom ru rw sh si sn snk so sq sr sus sw ta te ti tk tr tw uk ur uz vi wo xog yo zgh zh zu`.split(
    /\s+/,
  )

/** Those that colleagues of this work speak most, for a choice that fits on a page. */
export const WORKING_LANGUAGES: readonly string[] =
  'am ar de dje en es fa ff fr hy ka ku nl ps pt ru so sq ti tr uk ur zh'.split(' ')

/**
 * Names that browsers lack or have otherwise than the server (Unicode CLDR 48, the server's): en, fr, nl, de, or one for all. Without
 * them the speakers of Fula find two letters in a list.
 */
const OWN_NAMES: Readonly<Record<string, string>> = {
  aa: 'Afar|afar|Afar|Afar',
  bas: 'Basaa|bassa|Basaa|Bassa',
  bo: 'Tibetan|tibétain|Tibetaans|Tibetisch',
  ce: 'Chechen|tchétchène|Tsjetsjeens|Tschetschenisch',
  dje: 'Zarma|zarma|Zarma|Zarma',
  dyu: 'Dyula|dioula|Dioula|Dyula',
  dyo: 'Jola-Fonyi|diola-fogny|Jola-Fonyi|Diola',
  fan: 'Fang|fang|Fang|Fang',
  ff: 'Fula|peul|Fulah|Ful',
  fon: 'Fon|fongbé|Fon|Fon',
  gez: 'Geez|guèze|Ge’ez|Geez',
  guz: 'Gusii',
  man: 'Mandingo|mandingue|Mandingo|Malinke',
  kea: 'Cape Verdean Creole|créole capverdien|Kaapverdisch Creools|Kapverdisches Kreol',
  kg: 'Kongo|kikongo|Kikongo|Kikongo',
  lua: 'Luba-Kasai|tshiluba|Tshiluba|Tshiluba',
  mos: 'Mooré|moré|Mooré|Mooré',
  rif: 'Riffian|rifain|Riffijns|Tarifit',
  rn: 'Rundi|roundi|Kirundi|Rundi',
  rom: 'Romany|romani|Romani|Romani',
  snk: 'Soninke|soninké|Soninke|Soninke',
  sus: 'Susu|soussou|Soesoe|Susu',
  xog: 'Soga',
  zgh: 'Tamazight (Berber)|tamazight (berbère)|Tamazight (Berbers)|Tamazight (Berberisch)',
  FK: 'Falkland (Malvinas)',
  HK: 'Hong Kong',
  MO: 'Macao',
}
export const NAMED_BY_US: readonly string[] = Object.keys(OWN_NAMES)
const OWN_ORDER = ['en', 'fr', 'nl', 'de']

// Made once for each language: a list of all countries would otherwise make two hundred and fifty of them.
const platformNames = new Map<string, Intl.DisplayNames>()

const named = (type: 'region' | 'language', code: string, locale: string): string => {
  const own = OWN_NAMES[code]?.split('|')
  if (own !== undefined) return own[OWN_ORDER.indexOf(locale)] ?? own[0] ?? code
  try {
    const key = `${type} ${locale}`
    const names = platformNames.get(key) ?? new Intl.DisplayNames([locale], { type, fallback: 'code' })
    platformNames.set(key, names)
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** A country's name in a language, from the platform's own data. */
export const countryName = (code: string, locale: string): string => named('region', code, locale)
export const languageName = (code: string, locale: string): string => named('language', code, locale)

export type NamedCode = { readonly code: string; readonly name: string }
const sorted = (codes: readonly string[], type: 'region' | 'language', locale: string): NamedCode[] =>
  codes
    .map((code) => ({ code, name: named(type, code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))

/** The whole list for a choice, in the order of the language it is read in. */
export const countryChoices = (locale: string): NamedCode[] => sorted(COUNTRY_CODES, 'region', locale)
export const languageChoices = (locale: string): NamedCode[] => sorted(LANGUAGE_CODES, 'language', locale)
