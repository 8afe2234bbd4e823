import type { ComponentProps } from 'react'
import { OFFLINE_PATH } from '@/lib/offline/path'

/** In the place of components/ui/link: the way to another visit leads to those on this device, every other to the server. */
export const Link = ({
  href,
  scroll: _scroll,
  ...rest
}: Omit<ComponentProps<'a'>, 'href' | 'download'> & { readonly href: string; readonly scroll?: boolean }) => (
  <a {...rest} href={href.startsWith('/detention/new') ? `${OFFLINE_PATH}#home` : href} />
)
