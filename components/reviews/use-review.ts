'use client'
import { useEffect, useRef, useState } from 'react'
import { decideFile, showFile, undoDecision } from '@/lib/reviews/decision.actions'
import type { Decision, DueIn, REVIEW_AFTER } from '@/lib/reviews/review.rules'
import type { ReviewPageData } from '@/lib/reviews/review-page.data'
import { useFiles } from './use-files'
import { useSaves } from './use-saves'

export type Decided = {
  readonly decision: Decision
  readonly text: string
  readonly dueIn: DueIn
  readonly reviewAfter: (typeof REVIEW_AFTER)[number]
  /** Where the text lies on the device, and how to take it from there once it is saved. */
  readonly draft: { readonly requestId: string; readonly clear: () => Promise<void> } | null
}

const noDraft = async (): Promise<void> => undefined

/** Going through the files: what is on the screen, what was decided, and the saving behind it. */
export const useReview = ({ review, items, at: start, ...brought }: ReviewPageData) => {
  const [at, setAt] = useState(start)
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(
    () => new Map(items.flatMap(({ caseId, decision }) => (decision === null ? [] : [[caseId, decision]]))),
  )
  const [order, setOrder] = useState<readonly string[]>(() =>
    items
      .flatMap(({ caseId, decidedAt }) => (decidedAt === null ? [] : [{ caseId, decidedAt }]))
      .sort((a, b) => a.decidedAt.getTime() - b.decidedAt.getTime())
      .map(({ caseId }) => caseId),
  )
  const shown = useRef({ at: 0, spent: review.spentSeconds })
  const saves = useSaves()
  const item = items[at]
  const coming = items.slice(at).filter(({ caseId }, index) => index === 0 || !decisions.has(caseId))
  const files = useFiles(
    review.id,
    brought,
    coming.map(({ caseId }) => caseId),
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the time before a file begins with the file
  useEffect(() => {
    shown.current = { ...shown.current, at: Date.now() }
  }, [at])

  const codeOf = (caseId: string): string => items.find((one) => one.caseId === caseId)?.code ?? ''
  const mark = (caseId: string, decision: Decision | null): void => {
    setDecisions((before) => {
      const after = new Map(before)
      if (decision === null) after.delete(caseId)
      else after.set(caseId, decision)
      return after
    })
    setOrder((before) => [...before.filter((one) => one !== caseId), ...(decision === null ? [] : [caseId])])
  }

  /** The next file without a decision: further on, or else one that was left out before. */
  const nextFrom = (from: number): number => {
    const open = items.flatMap(({ caseId }, index) =>
      decisions.has(caseId) || index === from ? [] : [index],
    )
    return open.find((index) => index > from) ?? open[0] ?? items.length
  }

  const decide = (decided: Decided): void => {
    if (item === undefined || review.isFinished) return
    const { caseId, code } = item
    const { draft, ...what } = decided
    const seconds = Math.max(0, Math.round((Date.now() - shown.current.at) / 1000))
    shown.current = { ...shown.current, spent: shown.current.spent + seconds }
    const next = nextFrom(at)
    const shownId = items[next]?.caseId ?? null
    const before = decisions.get(caseId) ?? null
    mark(caseId, decided.decision)
    setAt(next)
    const requestId = draft?.requestId ?? crypto.randomUUID()
    const input = { reviewId: review.id, caseId, ...what, seconds, shownId }
    saves.push({
      requestId,
      caseId,
      code,
      send: () => decideFile({ requestId, input }),
      settle: draft?.clear ?? noDraft,
      refused: () => mark(caseId, before),
    })
  }

  const go = (to: number): void => {
    const target = items[to]
    if (target === undefined || to === at) return
    setAt(to)
    const requestId = crypto.randomUUID()
    saves.push({
      requestId,
      caseId: target.caseId,
      code: target.code,
      send: () => showFile({ requestId, input: { reviewId: review.id, caseId: target.caseId } }),
      settle: noDraft,
      refused: () => undefined,
    })
  }

  const undo = (): void => {
    const caseId = order.at(-1)
    const before = caseId === undefined ? undefined : decisions.get(caseId)
    if (caseId === undefined || before === undefined || review.isFinished) return
    for (const { save } of saves.troubled) if (save.caseId === caseId) saves.drop(save.requestId)
    mark(caseId, null)
    setAt(items.findIndex((one) => one.caseId === caseId))
    const requestId = crypto.randomUUID()
    saves.push({
      requestId,
      caseId,
      code: codeOf(caseId),
      send: () => undoDecision({ requestId, input: { reviewId: review.id, caseId } }),
      settle: noDraft,
      refused: () => mark(caseId, before),
    })
  }

  return {
    at,
    item,
    file: item === undefined ? null : files.stateOf(item.caseId),
    decisions,
    canUndo: order.length > 0 && !review.isFinished,
    spent: shown,
    saves,
    decide,
    go,
    undo,
    skip: () => setAt(nextFrom(at)),
    reload: () => (item === undefined ? undefined : void files.load([item.caseId])),
  }
}
export type Reviewing = ReturnType<typeof useReview>
