import type { OperationId, Service } from './client';
import operations from './generated/operations.json';
import shapes from './generated/shapes.json';

/** What a property is, and how the API bounds it. */
export interface Shape {
  kind: 'string' | 'integer' | 'number' | 'boolean' | 'instant' | 'day' | 'duration' | 'id' | 'code' | 'object' | 'list' | 'any';
  /** Of a code: the enumeration, and what it may be. */
  code?: string;
  values?: string[];
  /** Of an object: its name among the shapes. */
  object?: string;
  of?: Shape;
  required?: boolean;
  nullable?: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

export type Shapes = Record<string, Shape>;

/** The properties of an object of a service. */
export function shapesOf(service: Service, name: string): Shapes {
  return (shapes[service] as unknown as Record<string, Shapes>)[name] ?? {};
}

/** The properties of what an operation is sent. */
export function bodyOf<S extends Service>(service: S, id: OperationId<S>): { name: string; shapes: Shapes } {
  const name = (operations[service] as Record<string, { body?: string }>)[id].body;
  if (!name) {
    throw new Error(`${id} is sent nothing`);
  }
  return { name, shapes: shapesOf(service, name) };
}

/** What a list can be asked for. */
export function queryOf<S extends Service>(service: S, id: OperationId<S>): Shapes {
  return (operations[service] as unknown as Record<string, { query: Shapes }>)[id].query;
}
