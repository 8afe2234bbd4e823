import { TakeRowBack } from '@/components/registers/mistake-fold'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { takeTraffickingSignBack } from '@/lib/trafficking/account.actions'
import type { TraffickingRoom } from '@/lib/trafficking/trafficking-page.data'
import { SignForm } from './sign-form'
import { useTraffickingLabels } from './trafficking-labels'

const LOOK = { weak: 'plain', medium: 'info', strong: 'late' } as const

/** The possible signs that stand, each with how strong it is and where it is known from. */
export const Signs = ({ room: { signs, mistakes, words: lists } }: { room: TraffickingRoom }) => {
  const { t, sign } = useTraffickingLabels(lists)
  if (signs.length + mistakes.length === 0) return null
  return (
    <Section title={t('signsTitle')}>
      <ul>
        {signs.map(({ row }) => (
          <li key={row.subjectId} className="tooled-row border-b border-hair py-2">
            <p className="flex flex-wrap items-baseline gap-2">
              <strong>{sign(row.sign)}</strong>
              {row.isDamaged ? null : (
                <>
                  <Tag kind={LOOK[row.grade]}>{t(`grade.${row.grade}`)}</Tag>
                  <span className="text-sm text-muted">{t(`source.${row.source}`)}</span>
                </>
              )}
            </p>
            <RowTools of={sign(row.sign)}>
              <p className="py-1.5 text-sm text-muted">{t('by', { name: row.by })}</p>
              {row.isDamaged ? null : (
                <>
                  <Fold key={row.revision} label={<Named words={t('change')} of={sign(row.sign)} />}>
                    <SignForm row={row} />
                  </Fold>
                  <TakeRowBack
                    of={sign(row.sign)}
                    row={row}
                    action={takeTraffickingSignBack}
                    draftKey={`trafficking:signMistake:${row.subjectId}`}
                  />
                </>
              )}
            </RowTools>
          </li>
        ))}
      </ul>
      {mistakes.length === 0 ? null : (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
            {t('mistakes', { count: mistakes.length })}
          </summary>
          <ul>
            {mistakes.map(({ row }) => (
              <li key={row.subjectId} className="line-through">
                {sign(row.sign)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

const Named = ({ words, of }: { words: string; of: string }) => (
  <>
    {words}
    <span className="sr-only">: {of}</span>
  </>
)
