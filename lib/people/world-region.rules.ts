/** UN M49: continent -> sub-region -> ISO 3166-1 codes (and XK, which M49 does not list). */
const m49: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '002': {
    '015': 'DZ EG LY MA SD TN EH',
    '014': 'IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW',
    '017': 'AO CM CF TD CG CD GQ GA ST',
    '018': 'BW SZ LS NA ZA',
    '011': 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG',
  },
  '019': {
    '029': 'AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI',
    '013': 'BZ CR SV GT HN MX NI PA',
    '005': 'AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE',
    '021': 'BM CA GL PM US',
  },
  '142': {
    '143': 'KZ KG TJ TM UZ',
    '030': 'CN HK MO KP JP MN KR TW',
    '035': 'BN KH ID LA MY MM PH SG TH TL VN',
    '034': 'AF BD BT IN IR MV NP PK LK',
    '145': 'AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE',
  },
  '150': {
    '151': 'BY BG CZ HU PL MD RO RU SK UA',
    '154': 'AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB',
    '039': 'AL AD BA HR GI GR VA IT MT ME MK PT SM RS SI ES XK',
    '155': 'AT BE FR DE LI LU MC NL CH',
  },
  '009': {
    '053': 'AU CX CC HM NZ NF',
    '054': 'FJ NC PG SB VU',
    '057': 'GU KI MH FM NR MP PW UM',
    '061': 'AS CK PF NU PN WS TK TO TV WF',
  },
}

/** Every country with its region and continent by M49. */
export const M49_COUNTRIES = Object.entries(m49).flatMap(([continent, regions]) =>
  Object.entries(regions).flatMap(([region, codes]) =>
    codes.split(' ').map((country) => ({ country, region, continent })),
  ),
)

/** The continent of a country by M49; null for whatever is no country of it. */
export const continentOf = (country: string): string | null =>
  M49_COUNTRIES.find((entry) => entry.country === country)?.continent ?? null

/** The region of a country by M49; null for whatever is no country of it. */
export const regionOf = (country: string): string | null =>
  M49_COUNTRIES.find((entry) => entry.country === country)?.region ?? null
/** Every region, in the order of the list above. */
export const M49_REGIONS: readonly string[] = [...new Set(M49_COUNTRIES.map(({ region }) => region))]
