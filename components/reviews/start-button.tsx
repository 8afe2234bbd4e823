'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { Button } from '@/components/ui/button'
import { startReview } from '@/lib/reviews/review.actions'

/** Starts the review of a view, or goes on with the one that was left. Pressed twice, it starts one. */
export const StartButton = ({ query, isRunning }: { query: string; isRunning: boolean }) => {
  const t = useTranslations('reviews')
  const labels = useErrorLabels()
  const router = useRouter()
  const requestId = useRef<string | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | { readonly code: string }>('idle')
  const press = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    requestId.current ??= crypto.randomUUID()
    const answer = await startReview({ requestId: requestId.current, input: { query } }).catch(() => null)
    // No one knows: the same press goes again under the same id.
    if (answer === null || (!answer.ok && answer.code === 'failed')) return setState({ code: 'failed' })
    requestId.current = null
    if (!answer.ok) return setState({ code: answer.code })
    router.push(`/cases/review/${answer.value.reviewId}`)
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button autoFocus onClick={() => void press()} aria-disabled={state === 'busy'}>
        {isRunning ? t('goOn') : t('start.press')}
      </Button>
      <span role="status" className="text-sm font-semibold text-danger">
        {typeof state === 'object' ? labels(state.code) : ''}
      </span>
    </div>
  )
}
