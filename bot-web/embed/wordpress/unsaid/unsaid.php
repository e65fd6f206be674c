<?php
/**
 * Plugin Name: Unsaid
 * Description: A quiet talk in the corner of your pages, or in the text by [unsaid flow="naming-fears"].
 * Version: 1.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 * License: see LICENSE of Unsaid
 */

defined( 'ABSPATH' ) || exit;

/** Where your server is, without a slash at the end. Empty: nothing is shown. */
function unsaid_server() {
	return untrailingslashit( get_option( 'unsaid_server', '' ) );
}

add_action( 'admin_init', function () {
	$fields = array(
		'unsaid_server' => array( 'Server, such as https://chat.example.org', 'esc_url_raw' ),
		'unsaid_flow'   => array( 'Conversation in the corner of every page (empty: none)', 'sanitize_key' ),
		'unsaid_theme'  => array( 'Colours: paper, linen, dusk, sea, clay or moss', 'sanitize_key' ),
	);
	add_settings_section( 'unsaid', 'A quiet talk', '__return_null', 'reading' );
	foreach ( $fields as $name => list( $label, $clean ) ) {
		register_setting( 'reading', $name, array( 'sanitize_callback' => $clean ) );
		add_settings_field( $name, esc_html( $label ), function () use ( $name ) {
			printf( '<input class="regular-text" name="%1$s" id="%1$s" value="%2$s">', esc_attr( $name ), esc_attr( get_option( $name, '' ) ) );
		}, 'reading', 'unsaid', array( 'label_for' => $name ) );
	}
} );

add_action( 'wp_footer', function () {
	if ( ! unsaid_server() ) {
		return;
	}
	wp_print_script_tag( array_filter( array(
		'async'      => true,
		'src'        => unsaid_server() . '/unsaid.js',
		'data-flow'  => get_option( 'unsaid_flow', '' ),
		'data-theme' => get_option( 'unsaid_theme', '' ),
	) ) );
} );

add_shortcode( 'unsaid', function ( $asked ) {
	$asked = shortcode_atts( array( 'flow' => 'naming-fears', 'label' => 'A quiet talk', 'theme' => '' ), $asked );
	$flow  = sanitize_key( $asked['flow'] );
	return unsaid_server() ? sprintf(
		'<div data-unsaid="%s"%s><a href="%s">%s</a></div>',
		esc_attr( $flow ),
		$asked['theme'] ? ' data-theme="' . esc_attr( $asked['theme'] ) . '"' : '',
		esc_url( unsaid_server() . '/chat/' . $flow ),
		esc_html( $asked['label'] )
	) : '';
} );
