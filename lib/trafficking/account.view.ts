import type { Account } from './account.data'
import type { AccountInput } from './account.schema'

/** The account as its form has it; signs are added and never offered as ticked. */
export const accountFields = (caseId: string, account: Account | null): AccountInput => ({
  caseId,
  version: account?.revision ?? 0,
  ...(account?.answers ?? {
    danger: 'not_asked',
    safe: 'not_asked',
    alone: 'not_asked',
    interpreter: 'not_asked',
    held: 'not_asked',
    forms: [],
    sector: '',
    region: '',
    recruitedIn: '',
    explained: [],
    explainedIn: '',
    choice: 'not_asked',
    choiceOn: '',
  }),
  signsAny: [],
  signsSexual: [],
  signsBegging: [],
  signsLabour: [],
  signSource: 'told',
  words: account?.words ?? '',
  reading: account?.reading ?? '',
})
