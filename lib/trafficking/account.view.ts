import type { Account } from './account.data'
import { type AccountInput, answeredAll } from './account.schema'
import type { Step } from './vocabulary.rules'

/** The account as its form has it; signs are added and never offered as ticked. */
export const accountFields = (caseId: string, account: Account | null, step?: Step): AccountInput => ({
  caseId,
  ...(step === undefined ? {} : { step }),
  version: account?.revision ?? 0,
  ...(account?.answers ?? answeredAll('not_asked')),
  signsAny: [],
  signsSexual: [],
  signsBegging: [],
  signsLabour: [],
  signSource: 'told',
  words: account?.words ?? '',
  reading: account?.reading ?? '',
})
