'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { chooseReceivers } from '@/lib/handovers/handover.actions'

type Choice = { readonly caseId: string; readonly toStaffId: string }

/** Whom to ask for which file: kept on the server with each press, one after the other, so that nothing is lost. */
export const useChoices = (handoverId: string, version: number, initial: readonly Choice[]) => {
  const router = useRouter()
  const labels = useErrorLabels()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(
    () => new Map(initial.map(({ caseId, toStaffId }) => [caseId, toStaffId])),
  )
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | { readonly code: string }>('idle')
  const at = useRef(version)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))

  const keep = async (choices: readonly Choice[]): Promise<boolean> => {
    const answer = await chooseReceivers({
      requestId: crypto.randomUUID(),
      input: { handoverId, version: at.current, choices },
    }).catch(() => null)
    if (answer?.ok) {
      at.current = answer.value.version
      setState('saved')
      return true
    }
    if (answer?.code === 'signedOut') location.assign('/sign-in')
    setState({ code: answer?.code ?? 'failed' })
    // A colleague has chosen meanwhile: their choice is what stands there now.
    if (answer?.code === 'changedMeanwhile') router.refresh()
    return false
  }
  const choose = (choices: readonly Choice[]): void => {
    if (choices.length === 0) return
    setChosen((before) => new Map([...before, ...choices.map((one) => [one.caseId, one.toStaffId] as const)]))
    setState('saving')
    queue.current = queue.current.then(() => keep(choices))
  }
  return {
    chosen,
    choose,
    state: typeof state === 'object' ? ('failed' as const) : state,
    trouble: typeof state === 'object' ? labels(state.code) : '',
    /** The version after everything that was pressed; null when something did not arrive. */
    settled: async (): Promise<number | null> => ((await queue.current) ? at.current : null),
  }
}
