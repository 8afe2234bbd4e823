/** What a test of the age found, as typed. */
type Typed = { readonly ageTested: string; readonly ageMargin: string }
export type Tested = { readonly tenths: number; readonly margin: number }

const OLDEST = 1200
const WIDEST = 100

/** "18.7", "18,7", "18" in tenths of years; null when it is none. */
const toTenths = (text: string): number | null => {
  const [, whole, tenth = '0'] = /^(\d{1,3})(?:[.,](\d))?$/.exec(text) ?? []
  return whole === undefined ? null : Number(whole) * 10 + Number(tenth)
}

export const toTested = ({
  ageTested,
  ageMargin,
}: Typed):
  | { readonly problem: 'ageTested' | 'ageMargin'; readonly value: null }
  | { readonly problem: null; readonly value: Tested } => {
  const [tenths, margin] = [toTenths(ageTested), toTenths(ageMargin)]
  if (tenths === null || tenths > OLDEST) return { problem: 'ageTested', value: null }
  if (margin === null || margin > WIDEST) return { problem: 'ageMargin', value: null }
  return { problem: null, value: { tenths, margin } }
}

/** The lowest age that the margin leaves, in tenths of years: in doubt it counts. */
export const lowestOf = ({ tenths, margin }: Tested): number => Math.max(0, tenths - margin)
