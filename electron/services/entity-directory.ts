import type { EntityId } from '../contract/id'
import type { Entity } from '../contract/entity'
import type { GatewayData } from '../store/gateway-data'
import type { RegistryAge } from './registry-age'

/** The entities by name, read again when the registry changed. */
export function createEntityDirectory(given: {
  data: Pick<GatewayData, 'entities'>
  age: RegistryAge
}) {
  let kept: { age: number; byName: Map<string, Entity> } | null = null

  async function current() {
    const age = given.age.current()
    if (kept?.age !== age) {
      const entities = await given.data.entities()
      kept = { age, byName: new Map(entities.map((entity) => [entity.name, entity])) }
    }
    return kept
  }

  return {
    get: async (id: EntityId): Promise<Entity | null> =>
      [...(await current()).byName.values()].find((entity) => entity.id === id) ?? null,
    find: async (name: string): Promise<Entity | null> =>
      (await current()).byName.get(name) ?? null,
    all: async (): Promise<Entity[]> => [...(await current()).byName.values()],
    /** The age changes with the registry, for what is made of all of them. */
    async ofAge(): Promise<{ age: number; entities: Entity[] }> {
      const { age, byName } = await current()
      return { age, entities: [...byName.values()] }
    },
  }
}

export type EntityDirectory = ReturnType<typeof createEntityDirectory>
