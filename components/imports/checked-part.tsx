import { useLocale, useMessages, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { LOCALES } from '@/lib/i18n/locales'
import { startImport } from '@/lib/imports/import.actions'
import type { ImportData } from '@/lib/imports/imports-page.data'
import { LEFT_OUT } from '@/lib/imports/left-out.rules'
import { KnownPart } from './known-part'
import { QuestionsPart } from './plan-part'
import { PreviewPart } from './preview-part'
import { toReasonLabels } from './reason-labels'

/** "born whenNoSuchDay": the field and what is wrong with it. */
const pairOf = (key: string): [string, string] => {
  const [field = '', code = ''] = key.split(' ')
  return [field, code]
}

/** What would happen: how many rows make files, which stay out and why, what goes into notes, who may be known already. */
export const CheckedPart = ({ data }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const labels = toReasonLabels(LOCALES.read(useLocale()), useMessages(), data.own)
  const { one, head, plan, findings, questions } = data
  const off = (head?.headers ?? []).filter((header, index) => plan?.columns[index] === '' && header !== '')
  const reasons = Object.entries(findings.reasons).sort(([, a], [, b]) => b - a)
  const notes = Object.values(findings.cells).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <Card as="section" label={t('checked.title')} className="grid gap-4">
        <h2>{t('checked.good', { count: one.good })}</h2>
        <ul className="grid gap-1">
          <li>{t('checked.notes', { count: notes })}</li>
          {LEFT_OUT.codes.map((what) => {
            const count = findings.left[what] ?? 0
            return count === 0 ? null : <li key={what}>{t(`checked.left.${what}`, { count })}</li>
          })}
          {head === null || head.blank === 0 ? null : <li>{t('checked.blank', { count: head.blank })}</li>}
          {off.length === 0 ? null : (
            <li dir="auto" className="wrap-anywhere">
              {t('checked.off', { headers: off.join(', ') })}
            </li>
          )}
          <li>{t('checked.open', { team: one.team.name })}</li>
        </ul>
        {reasons.length === 0 ? null : (
          <div>
            <h3>{t('checked.why')}</h3>
            <ul className="mt-1 grid gap-1">
              {reasons.slice(0, 12).map(([key, count]) => (
                <li key={key} className="grid grid-cols-[4rem_1fr] gap-2">
                  <span className="num text-end">{count}</span>
                  <span>{labels(...pairOf(key))}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="flex flex-wrap items-start gap-3">
          {one.good === 0 ? null : (
            <ActionButton
              action={startImport}
              input={{ importId: one.id }}
              kind={questions.length === 0 ? 'primary' : 'quiet'}
              size="normal"
            >
              {t('checked.start', { count: one.good })}
            </ActionButton>
          )}
          {one.bad + notes === 0 ? null : (
            <a href={`/api/imports?id=${one.id}`} download className={buttonClass('quiet')}>
              {t('checked.save')}
            </a>
          )}
        </p>
      </Card>
      <QuestionsPart data={data} />
      <PreviewPart data={data} />
      <KnownPart data={data} />
    </>
  )
}
