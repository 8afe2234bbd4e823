import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/** Members that only a translator has together; how `t` is called does not matter. */
const MEMBERS = ['rich', 'markup', 'raw', 'has']

/** @param {Iterable<string>} keys @returns {string} the same for the same keys in any order */
const contentOf = (keys) => [...new Set(keys)].sort().join(' ')

/**
 * @param {Iterable<string>} keys as "room.path"
 * @returns {Map<string, string[]>} the namespaces ('' holds all) by what they hold
 */
const foldersByContent = (keys) => {
  /** @type {Map<string, string[]>} */ const inside = new Map()
  for (const key of keys) {
    const parts = key.split('.')
    for (const index of parts.keys()) {
      const folder = parts.slice(0, index).join('.')
      const held = inside.get(folder)
      if (held === undefined) inside.set(folder, [parts.slice(index).join('.')])
      else held.push(parts.slice(index).join('.'))
    }
  }
  /** @type {Map<string, string[]>} */ const found = new Map()
  for (const [folder, held] of inside) {
    const content = contentOf(held)
    found.set(content, [...(found.get(content) ?? []), folder])
  }
  return found
}

/**
 * The keys a program asks for. The type checker tells what a key can be, so `t(`status.${code}`)` counts every status
 * there is, and a key that could be any text is a fault.
 * @param {string} root the checkout
 * @param {ReadonlyMap<string, ReadonlySet<string>>} keysByRoom
 * @returns {{ used: Set<string>, faults: string[] }} used keys as "room.path"
 */
export const scanUsage = (root, keysByRoom) => {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  )
  const isOurs = (/** @type {string} */ file) =>
    /^(app|components|lib)\//.test(relative(root, file).split(sep).join('/')) && !/\.test\.tsx?$/.test(file)
  const names = config.fileNames.filter((file) => isOurs(file) || /(global|next-env)\.d\.ts$/.test(file))
  const program = ts.createProgram(names, { ...config.options, incremental: false, plugins: [] })
  const checker = program.getTypeChecker()
  const allKeys = new Set([...keysByRoom].flatMap(([room, keys]) => [...keys].map((key) => `${room}.${key}`)))
  const namespacesByKeys = foldersByContent(allKeys)
  /** @type {Set<string>} */ const used = new Set()
  /** @type {string[]} */ const faults = []

  /** @param {ts.Type} type @returns {string[] | null} */
  const literals = (type) => {
    const parts = type.isUnion() ? type.types : [type]
    const found = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []))
    return found.length === parts.length ? found : null
  }

  /** @param {ts.Expression} callee the translator of t(…) or t.rich(…), or null */
  const translatorOf = (callee) => {
    const inner =
      ts.isPropertyAccessExpression(callee) && MEMBERS.includes(callee.name.text) ? callee.expression : callee
    const type = checker.getTypeAtLocation(inner)
    return MEMBERS.every((member) => type.getProperty(member) !== undefined) ? inner : null
  }

  /** @param {ts.Expression} translator @returns {string | null} the namespace of its declaration, '' for all */
  const declaredNamespace = (translator) => {
    const declaration = checker.getSymbolAtLocation(translator)?.valueDeclaration
    if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !declaration.initializer)
      return null
    const made = ts.isAwaitExpression(declaration.initializer)
      ? declaration.initializer.expression
      : declaration.initializer
    if (!ts.isCallExpression(made) || !/^(use|get)Translations$/.test(made.expression.getText())) return null
    const [given] = made.arguments
    if (given === undefined) return ''
    return ts.isStringLiteral(given) ? given.text : null
  }

  /** A translator handed over as a parameter: which namespace has exactly the keys it takes? */
  const guessedNamespaces = (/** @type {ts.Expression} */ translator) => {
    const [signature] = checker.getTypeAtLocation(translator).getCallSignatures()
    const constraint = signature?.typeParameters?.[0]?.getConstraint()
    return namespacesByKeys.get(contentOf(constraint === undefined ? [] : (literals(constraint) ?? []))) ?? []
  }

  /** @param {ts.CallExpression} call */
  const visitCall = (call) => {
    const [given] = call.arguments
    const translator = given === undefined ? null : translatorOf(call.expression)
    if (given === undefined || translator === null) return
    const file = call.getSourceFile()
    const place = `${relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(call.getStart()).line + 1}`
    const keys = literals(checker.getTypeAtLocation(given))
    if (keys === null) {
      faults.push(
        `${place} ${call.expression.getText()}(${given.getText()}) could ask for any key; give it a closed type`,
      )
      return
    }
    const declared = declaredNamespace(translator)
    const namespaces = declared === null ? guessedNamespaces(translator) : [declared]
    if (namespaces.length === 0)
      faults.push(`${place} the namespace of ${translator.getText()} cannot be told`)
    for (const namespace of namespaces)
      for (const key of keys) {
        const full = namespace === '' ? key : `${namespace}.${key}`
        used.add(full)
        if (!allKeys.has(full)) faults.push(`${place} asks for ${full}, which has no words`)
      }
  }

  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node)) visitCall(node)
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles())
    if (isOurs(file.fileName) && !file.isDeclarationFile) visit(file)
  return { used, faults }
}
