import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import type { ColleagueAccess } from '@/lib/cases/colleague-access.data'

/** One chooses a colleague and reads why they can see and change the file, or why not. */
export const ColleagueAccessPart = ({
  caseId,
  askable,
  asked,
}: {
  readonly caseId: string
  readonly askable: readonly { readonly id: string; readonly name: string }[]
  readonly asked: { readonly id: string; readonly access: ColleagueAccess } | null
}) => {
  const t = useTranslations('cases.colleague')
  return (
    <section aria-label={t('title')} className="min-w-0 has-[>details[open]]:basis-full">
      <Fold label={t('title')} isOpen={asked !== null}>
        <form
          autoComplete="off"
          method="get"
          action="#colleague"
          className="flex flex-wrap items-end gap-3"
          data-print="no"
        >
          <input type="hidden" name="file" value={caseId} />
          <div className="grid min-w-0 gap-1">
            <label htmlFor="colleague" className="text-sm font-semibold">
              {t('who')}
            </label>
            <select
              autoComplete="off"
              id="colleague"
              name="who"
              required
              defaultValue={asked?.id ?? ''}
              className="min-h-11 w-full min-w-0 rounded border border-edge bg-surface px-3 text-base text-ink"
            >
              <option value="">{t('choose')}</option>
              {askable.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Button type="submit" kind="quiet">
            {t('show')}
          </Button>
        </form>
        {asked === null ? null : <Answer access={asked.access} />}
      </Fold>
    </section>
  )
}

const Answer = ({ access: { name, verdict, reasons, facts, figures } }: { access: ColleagueAccess }) => {
  const t = useTranslations('cases.colleague')
  const kind = useTranslations('capabilities.kind')
  const locale = useLocale()
  const day = (at: Date) => formatTime(locale, at, 'moment')
  return (
    <div className="mt-3 max-w-prose" data-print="whole">
      <p className="wrap-anywhere">
        <b>{t(`verdict.${verdict}`, { name })}</b>
      </p>
      <ul className="ms-5 list-disc">
        {reasons.map(({ reason, until }) => (
          <li key={`${reason}${until?.toISOString() ?? ''}`}>
            {t(`reason.${reason}`)} {until === null ? null : t('until', { until: day(until) })}
          </li>
        ))}
        {facts.map(({ fact, at }) => (
          <li key={fact}>{t(`fact.${fact}`, { at: at === null ? '' : day(at) })}</li>
        ))}
        {figures.map(({ kind: one, until }) => (
          <li key={one}>{t('figures', { kind: kind(one), until: formatTime(locale, until, 'day') })}</li>
        ))}
      </ul>
    </div>
  )
}
