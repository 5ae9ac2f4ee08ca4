import { anyMessage, type RoutingRule } from '../../../../src/contract/index.js';
import { uuid } from '../../api/uuid.js';

export function newRule(): RoutingRule {
  return {
    id: uuid(),
    name: '',
    enabled: true,
    mode: 'first-match',
    points: 5,
    when: anyMessage,
    then: { lane: null, teamId: null, priority: null, skills: [], tags: [], hold: false },
  };
}
