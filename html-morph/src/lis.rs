//! Longest increasing subsequence: it determines which nodes stay when others move around them.

/// Marks the numbers of a longest increasing subsequence; `None` is never part of it.
///
/// Takes quadratic time, which is fine for lists of some hundred rows.
pub fn longest_increasing_subsequence(numbers: &[Option<usize>]) -> Vec<bool> {
    // For each number: the length of the longest subsequence that ends there, and its predecessor.
    let mut rows: Vec<(usize, Option<usize>)> = vec![(0, None); numbers.len()];
    let mut best = None;
    for (j, number) in numbers.iter().enumerate() {
        let Some(number) = number else { continue };
        let before = (0..j).filter(|i| numbers[*i].is_some_and(|n| n < *number)).max_by_key(|i| rows[*i].0);
        rows[j] = (before.map_or(1, |i| rows[i].0 + 1), before);
        if best.is_none_or(|best: usize| rows[best].0 < rows[j].0) {
            best = Some(j);
        }
    }
    let mut stays = vec![false; numbers.len()];
    while let Some(j) = best {
        stays[j] = true;
        best = rows[j].1;
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::longest_increasing_subsequence;

    #[test]
    fn a_longest_one_is_found() {
        let stays = longest_increasing_subsequence(&[Some(2), Some(0), None, Some(1), Some(3)]);
        assert_eq!(stays, [false, true, false, true, true]);
    }
}
