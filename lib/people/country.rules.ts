import { vocabulary } from '@/lib/shared/vocabulary'

/** States that were and in which people living now were born, by ISO 3166-3. */
export const FORMER_STATES = vocabulary('people.former-states', ['CSHH', 'CSXX', 'DDDE', 'SUHH', 'YUCS'])

/**
 * Names that browsers lack or have otherwise than the server (Unicode CLDR 48, the server's): en, fr, nl, de, or one for all. Without
 * them the speakers of Fula find two letters in a list.
 */
const OWN_NAMES: Readonly<Record<string, string>> = {
  aa: 'Afar|afar|Afar|Afar',
  bas: 'Basaa|bassa|Basaa|Bassa',
  bin: 'Edo|edo|Edo|Edo',
  bo: 'Tibetan|tibétain|Tibetaans|Tibetisch',
  ce: 'Chechen|tchétchène|Tsjetsjeens|Tschetschenisch',
  din: 'Dinka|dinka|Dinka|Dinka',
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
  lg: 'Luganda|luganda|Luganda|Luganda',
  lua: 'Luba-Kasai|tshiluba|Tshiluba|Tshiluba',
  mos: 'Mooré|moré|Mooré|Mooré',
  pcm: 'Pidgin (Nigeria, Cameroon)|pidgin (Nigeria, Cameroun)|Pidgin (Nigeria, Kameroen)|Pidgin (Nigeria, Kamerun)',
  rif: 'Riffian|rifain|Riffijns|Tarifit',
  rn: 'Rundi|roundi|Kirundi|Rundi',
  rom: 'Romany|romani|Romani|Romani',
  snk: 'Soninke|soninké|Soninke|Soninke',
  sus: 'Susu|soussou|Soesoe|Susu',
  tl: 'Tagalog|tagalog|Tagalog|Tagalog',
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
