'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { withStepUp } from '@/components/forms/with-step-up'
import type { Answer, Envelope } from '@/lib/server/answer'

/** One press, one command, one request id; what speaks against it is said in words, and the page is read again after it. */
export const useCommand = <V>(action: (sent: Envelope) => Promise<Answer<V>>) => {
  const labels = useErrorLabels()
  const router = useRouter()
  const asked = useRef({ about: '', requestId: '' })
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly code: string | null }>({
    isBusy: false,
    code: null,
  })
  /** @returns the answer's value, or null when there was none */
  const run = async (input: unknown): Promise<V | null> => {
    if (state.isBusy) return null
    setState({ isBusy: true, code: null })
    const about = JSON.stringify(input)
    if (asked.current.about !== about) asked.current = { about, requestId: crypto.randomUUID() }
    const { requestId } = asked.current
    const answer = await withStepUp(() => action({ requestId, input }).catch(() => null))
    if (answer === null) {
      setState({ isBusy: false, code: 'failed' })
      return null
    }
    asked.current = { about: '', requestId: '' }
    if (!answer.ok && answer.code === 'signedOut') location.assign('/sign-in')
    setState({ isBusy: false, code: answer.ok ? null : answer.code })
    router.refresh()
    return answer.ok ? answer.value : null
  }
  return { run, isBusy: state.isBusy, trouble: state.code === null ? '' : labels(state.code) }
}
