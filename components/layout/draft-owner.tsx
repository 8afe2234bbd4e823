'use client'
import { useEffect } from 'react'
import { setDraftOwner } from '@/lib/drafts/draft-key'

/** Stands before the page, so that its effect runs first: no form opens drafts with the key of the one who was here before. */
export const DraftOwner = ({ account }: { account: string }) => {
  useEffect(() => setDraftOwner(account), [account])
  return null
}
