import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'

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
  <section
    id="record"
    aria-label={texts.record}
    // Drawn as a form only while there is one.
    className={classNames(
      'grid gap-4 print:hidden',
      title === null ? null : 'rounded border border-hair bg-surface px-4 py-4 sm:px-5',
    )}
  >
    <form autoComplete="off" method="get" action="#record" className="flex items-end gap-3">
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
      <Button type="submit" kind="quiet" className="shrink-0">
        {texts.goOn}
      </Button>
    </form>
    {title === null ? null : (
      <div>
        <h3 className="mb-3">{title}</h3>
        {children}
      </div>
    )}
  </section>
)
