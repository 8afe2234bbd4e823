'use client'
import * as z from 'zod/mini'
import { type DraftKeys, deriveDraftKeys } from './draft-cipher'
import { pageMemory } from './page-memory'

// z.uuid() and friends are compiled with `new Function` unless told otherwise, and our policy refuses that.
z.config({ jitless: true })

const answer = z.object({ staffId: z.string().check(z.minLength(1)), key: z.string().check(z.minLength(1)) })

// In the memory of this page and nowhere else.
let keys: Promise<DraftKeys | null> | null = null
let owner: string | null = null

/** Says who is signed in now. A key that was fetched for somebody else is forgotten. */
export const setDraftOwner = (account: string): void => {
  if (owner !== account) {
    keys = null
    pageMemory.forget()
  }
  owner = account
}

/** Whose page this is: a request of it must not pass for somebody else's who signed in meanwhile. */
export const draftOwner = (): string | null => owner

const ask = async (): Promise<DraftKeys | null> => {
  try {
    const response = await fetch('/api/draft-key', { cache: 'no-store', redirect: 'error' })
    if (!response.ok) return null
    const { staffId, key } = answer.parse(await response.json())
    return await deriveDraftKeys(staffId, key)
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
