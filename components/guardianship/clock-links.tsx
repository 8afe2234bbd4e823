import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useDeadlineWords } from '@/components/deadlines/deadline-words'
import type { EventShown } from '@/lib/guardianship/event.view'

/** The deadlines that an event began and ended, each with its day or what became of it. */
export const ClockLinks = ({
  shown: { started, closed },
  href,
}: {
  shown: Pick<EventShown, 'started' | 'closed'>
  href: string
}) => {
  const t = useTranslations('guardianship')
  const { t: td, said, day } = useDeadlineWords()
  if (started.length + closed.length === 0) return null
  return (
    <ul className="mt-1 grid gap-1">
      {started.map(({ id, rule, dueOn, status }) => (
        <li key={`s${id}`}>
          <Link href={href} prefetch={false}>
            {t('started', {
              title: said(rule.title),
              due:
                status !== 'open'
                  ? t('isOver')
                  : dueOn === null
                    ? t('dueNone')
                    : t('dueBy', { on: day(dueOn) }),
            })}
          </Link>
        </li>
      ))}
      {closed.map(({ id, rule, kept }) => (
        <li key={`c${id}`}>
          <Link href={href} prefetch={false}>
            {t('closed', { title: said(rule.title), kept: kept === null ? t('isOver') : td(`kept.${kept}`) })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
