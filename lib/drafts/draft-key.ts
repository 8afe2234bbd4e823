'use client'
import { isObject, isText } from '@/lib/shared/shape'
import { type DraftKeys, deriveDraftKeys } from './draft-cipher'
import { pageMemory } from './page-memory'

const isAnswer = isObject({ staffId: isText, key: isText })

// In the memory of this page and nowhere else.
let keys: Promise<DraftKeys | null> | null = null
let owner: string | null = null

/** Says who is signed in now. A key that was fetched for someone else is forgotten. */
export const setDraftOwner = (account: string): void => {
  if (owner !== account) {
    keys = null
    pageMemory.forget()
  }
  owner = account
}

/** Whose page this is: a request of it must not pass for someone else’s who signed in meanwhile. */
export const draftOwner = (): string | null => owner

const ask = async (): Promise<DraftKeys | null> => {
  try {
    const response = await fetch('/api/draft-key', { cache: 'no-store', redirect: 'error' })
    if (!response.ok) return null
    const answer: unknown = await response.json()
    return isAnswer(answer) ? await deriveDraftKeys(answer.staffId, answer.key) : null
  } catch {
    return null
  }
}

/** The key of the signed-in account's drafts; null while there is none (signed out, no network). Asks again then. */
export const draftKeys = async (): Promise<DraftKeys | null> => {
  keys ??= ask()
  const found = await keys
  if (found === null) keys = null
  return found
}
