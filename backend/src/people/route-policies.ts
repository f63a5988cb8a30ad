import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACT } from './can.js';
import type { Act } from './domain/permissions.js';

const PATH = 'path';
const METHOD = 'method';
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

/** One route and the act it performs, for the matrix test. */
export interface RoutePolicy {
  controller: string;
  handler: string;
  method: string;
  path: string;
  act: Act | undefined;
}

interface Handler {
  (...parts: unknown[]): unknown;
}

/** Reads all routes at the start and refuses to run when one has no act. */
@Injectable()
export class RoutePolicies implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.all().filter((route) => !route.act);
    if (open.length) throw new Error(`Routes without a policy (@Can): ${open.map((route) => `${route.controller}.${route.handler}`).join(', ')}`);
  }

  all(): RoutePolicy[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      const bases = [Reflect.getMetadata(PATH, metatype as object) as string | string[] | undefined].flat();
      return bases.flatMap((base) => this.scanner.getAllMethodNames(prototype).flatMap((name) => this.route(prototype[name], base ?? '', metatype?.name ?? '', name)));
    });
  }

  private route(handler: Handler | undefined, base: string, controller: string, name: string): RoutePolicy[] {
    const path: unknown = handler && Reflect.getMetadata(PATH, handler);
    if (!handler || path === undefined) return [];
    const method = METHODS[Number(Reflect.getMetadata(METHOD, handler))] ?? 'GET';
    const paths = [path as string | string[]].flat().map((part) => `/${base}/${part}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'));
    return paths.map((full) => ({ controller, handler: name, method, path: full, act: Reflect.getMetadata(ACT, handler) as Act | undefined }));
  }
}
