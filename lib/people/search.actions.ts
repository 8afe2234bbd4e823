'use server'
import { fingerprint } from '@/lib/crypto/keyring'
import { defineAction } from '@/lib/server/define-action'
import { ok } from '@/lib/shared/result'
import { searchPeople } from './search.data'
import { searchAnswer, searchSchema } from './search.schema'

/** Who within one's own reach a sentence could mean. It is asked anew each time, and the audit log keeps a mark of the words, not the words. */
export const findPeople = defineAction({
  name: 'findPeople',
  isQuestion: true,
  permission: 'case:read',
  schema: searchSchema,
  value: searchAnswer,
  audit: ({ sentence }, { people, more }) => ({
    event: 'people.searched',
    caseIds: [...new Set(people.map(({ caseId }) => caseId))],
    term: fingerprint('search', sentence.toLowerCase()).toString('base64url').slice(0, 22),
    more,
  }),
  run: async (work, asked) => ok(await searchPeople(work, asked, work.locale)),
})
