import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** Danger comes before every other question: the two numbers are on the page whatever was answered. It asks nothing; the form does. */
export const DangerBand = ({ isNow }: { isNow: boolean }) => {
  const t = useTranslations('trafficking')
  return (
    <Notice kind="error" isAnnounced={isNow} {...(isNow ? { title: t('dangerYes') } : {})}>
      <p>
        {t.rich(isNow ? 'dangerCall' : 'dangerCallIf', {
          emergency: () => (
            <a href="tel:112" className="num inline-flex min-h-11 items-center px-1 font-semibold">
              112
            </a>
          ),
          police: () => (
            <a href="tel:101" className="num inline-flex min-h-11 items-center px-1 font-semibold">
              101
            </a>
          ),
        })}
      </p>
    </Notice>
  )
}
