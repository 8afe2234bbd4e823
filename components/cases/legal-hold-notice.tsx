import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'

/** On every page of a file that is held: it may not be erased, and why stands on a page of its own. */
export const LegalHoldNotice = ({ href }: { href: string }) => {
  const t = useTranslations('rights')
  return (
    <div className="print:hidden">
      <Notice kind="late">
        <p>
          {t('held')}{' '}
          <Link href={href} className="inline-block py-1 text-link underline">
            {t('heldMore')}
          </Link>
        </p>
      </Notice>
    </div>
  )
}
