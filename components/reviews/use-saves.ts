'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Reply, type Trouble, toTrouble } from '@/components/forms/reply'

/** Something to be told to the server, once, under one id however often it is sent. */
export type Save = {
  readonly requestId: string
  readonly caseId: string
  readonly code: string
  readonly send: () => Promise<Reply<unknown>>
  /** After the server has said yes. */
  readonly settle: () => Promise<void>
  /** After the server has said no: what the page had shown already is put right. */
  readonly refused: () => void
}
export type Troubled = { readonly save: Save; readonly trouble: Trouble }

/**
 * Saves one after the other while the page goes on: a decision is never overtaken by what came after it. One that got no
 * answer, or a no, stays here with the way to send it again; nothing is dropped in silence.
 */
export const useSaves = () => {
  const [waiting, setWaiting] = useState(0)
  const [troubled, setTroubled] = useState<readonly Troubled[]>([])
  const tail = useRef<Promise<void>>(Promise.resolve())
  const isClean = waiting === 0 && troubled.length === 0

  const drop = useCallback(
    (requestId: string) => setTroubled((all) => all.filter(({ save }) => save.requestId !== requestId)),
    [],
  )

  const attempt = useCallback(async (save: Save): Promise<void> => {
    const reply = await save.send().catch(() => null)
    if (reply?.ok === true) return save.settle()
    const trouble: Trouble = reply === null ? { kind: 'lost' } : toTrouble(reply)
    // Signed out or without an answer, the decision may still be made: only a no takes it off the screen.
    if (trouble.kind === 'refused' || trouble.kind === 'conflict') save.refused()
    setTroubled((all) => [...all, { save, trouble }])
  }, [])

  const push = useCallback(
    (save: Save): void => {
      drop(save.requestId)
      setWaiting((count) => count + 1)
      tail.current = tail.current.then(() => attempt(save)).finally(() => setWaiting((count) => count - 1))
    },
    [attempt, drop],
  )

  useEffect(() => {
    if (isClean) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isClean])

  return { push, drop, troubled, isClean, whenSent: () => tail.current }
}
export type Saves = ReturnType<typeof useSaves>
