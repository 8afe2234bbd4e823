import { TextLink } from './text-link'

export type ListedLink = { readonly key: string; readonly text: string; readonly href: string }

/** Sentences one under the other, each of them the way to what it says; nothing where there is none. */
export const LinkList = ({ links }: { links: readonly ListedLink[] }) =>
  links.length === 0 ? null : (
    <ul className="mt-1 grid gap-1">
      {links.map(({ key, text, href }) => (
        <li key={key}>
          <TextLink href={href}>{text}</TextLink>
        </li>
      ))}
    </ul>
  )
