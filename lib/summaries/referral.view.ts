import type { Referral } from '@/lib/referrals/referral.data'
import { currentSteps, stateOf } from '@/lib/referrals/referral.rules'
import { type Items, row, some } from './fact.rules'

/** To whom a person was referred and where it stands; what was asked and what was said are on no summary. */
export const toReferrals = (referrals: readonly Pick<Referral, 'row' | 'steps'>[]): Items =>
  referrals.map(({ row: { to, kind }, steps }) =>
    row(
      { piece: 'referralTo', value: { kind: 'text', text: to } },
      { piece: 'referralKind', value: { kind: 'referralKind', of: kind } },
      { piece: 'referralState', value: { kind: 'referralState', state: stateOf(steps) } },
      ...some(currentSteps(steps).at(-1)?.on, (on) => ({ piece: 'referralOn', value: { kind: 'day', on } })),
    ),
  )
