import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'

/** First what happened, then its form: the choice is a plain form, so that it works before any script has come. */
export const RecorderCard = ({
  caseId,
  texts,
  kinds,
  chosen,
  title,
  children,
}: {
  caseId: string
  texts: { record: string; choose: string; none: string; goOn: string }
  kinds: readonly { value: string; label: string }[]
  chosen: string
  /** What the form is about; null when nothing is chosen. */
  title: string | null
  children: ReactNode
}) => (
  <Card as="section" label={texts.record} className="print:hidden">
    <div id="record" className="grid gap-4">
      <form autoComplete="off" method="get" action="#record" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="file" value={caseId} />
        <div className="grid min-w-0 grow gap-1 sm:max-w-md">
          <label htmlFor="event" className="font-semibold">
            {texts.choose}
          </label>
          <select
            autoComplete="off"
            id="event"
            name="event"
            defaultValue={chosen}
            required
            className="min-h-11 w-full rounded border border-edge bg-surface px-3"
          >
            <option value="">{texts.none}</option>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" kind="quiet">
          {texts.goOn}
        </Button>
      </form>
      {title === null ? null : (
        <div>
          <h3 className="mb-3">{title}</h3>
          {children}
        </div>
      )}
    </div>
  </Card>
)
