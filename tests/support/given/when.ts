import fc from 'fast-check'
import { addDays } from '@/lib/shared/dates'
import { type KnownWhen, type Point, SEASONS, toBetween, type When } from '@/lib/shared/when/when.rules'

// Dates of any precision, leap days and the turn of a year more often than chance would have them.
const year = fc.oneof(fc.integer({ min: 1901, max: 2098 }), fc.constantFrom(2000, 2004, 2024, 1999, 2099))
export const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 72_000 }).map((days) => addDays('1901-01-01', days)),
  fc.constantFrom('2000-02-29', '2008-02-29', '2024-02-29', '2009-01-01', '2009-12-31', '2009-02-28'),
)
export const anyPoint: fc.Arbitrary<Point> = fc.oneof(
  anyDay.map((day): Point => ({ form: 'exact', day })),
  fc.record({ form: fc.constant('month' as const), year, month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ form: fc.constant('season' as const), year, season: fc.constantFrom(...SEASONS.codes) }),
  fc.record({ form: fc.constant('year' as const), year }),
)
const span = fc.tuple(anyPoint, anyPoint).map(([a, b]): KnownWhen => toBetween(a, b) ?? toBetween(b, a) ?? a)
export const anyKnownWhen: fc.Arbitrary<KnownWhen> = fc.oneof(
  anyPoint,
  anyPoint.map((of): KnownWhen => ({ form: 'about', of })),
  span,
)
export const anyWhen: fc.Arbitrary<When | null> = fc.oneof(
  { weight: 6, arbitrary: anyKnownWhen },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, { form: 'not_known' as const }, { form: 'declined' as const }),
  },
)
