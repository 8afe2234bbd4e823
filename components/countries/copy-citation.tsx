'use client'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'

type Outcome = 'none' | 'done' | 'failed'
type Labels = {
  readonly button: string
  readonly done: string
  readonly failed: string
  readonly text: string
}

/**
 * Copies a citation. Where the browser refuses, the text appears, selected, to be copied by hand. The words come with it:
 * the pages of a country then bring none of their own to the browser.
 */
export const CopyCitation = ({ text, labels: words }: { text: string; labels: Labels }) => {
  const id = useId()
  const [outcome, setOutcome] = useState<Outcome>('none')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('done')
    } catch {
      setOutcome('failed')
    }
  }
  return (
    <div data-print="no" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="quiet" size="small" onClick={() => void copy()}>
          {words.button}
        </Button>
        <span role="status" className="text-sm text-muted">
          {outcome === 'none' ? '' : words[outcome]}
        </span>
      </div>
      {outcome === 'failed' ? (
        <div className="grid gap-1">
          <label htmlFor={id} className="text-sm font-semibold">
            {words.text}
          </label>
          <textarea
            autoComplete="off"
            id={id}
            readOnly
            rows={4}
            value={text}
            ref={(area) => area?.select()}
            className="w-full rounded border border-edge bg-surface p-2 text-sm"
          />
        </div>
      ) : null}
    </div>
  )
}
