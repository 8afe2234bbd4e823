import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** Where the page of a guest leads to when their stay ends under their eyes. */
export const StayEnded = () => (
  <Notice kind="info">
    <p>{useTranslations('circles.shared')('ended')}</p>
  </Notice>
)
