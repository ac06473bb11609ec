/** Components as Discord gives them back: each with an id, those that have none numbered in order. */
export function numbered(components: readonly unknown[]): unknown[] {
  const taken = new Set(components.flatMap(idsIn))
  let next = 0
  const freeId = (): number => {
    do next += 1
    while (taken.has(next))
    return next
  }
  const number = (component: unknown): unknown => {
    const { id, components: inner, accessory, component: labelled, ...rest } = component as Numbered
    const own = id === undefined || id === 0 ? freeId() : id
    return {
      ...rest,
      id: own,
      ...(inner && { components: inner.map(number) }),
      ...(accessory && { accessory: number(accessory) }),
      ...(labelled && { component: number(labelled) }),
    }
  }
  return components.map(number)
}

interface Numbered {
  readonly id?: number
  readonly components?: readonly Numbered[]
  readonly accessory?: Numbered
  readonly component?: Numbered
}

function idsIn(component: unknown): number[] {
  const { id, components = [], accessory, component: labelled } = component as Numbered
  const inner = [...components, accessory, labelled].filter((one) => one !== undefined)
  return [...(id === undefined || id === 0 ? [] : [id]), ...inner.flatMap(idsIn)]
}
